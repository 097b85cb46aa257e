import { describe, expect, it } from 'vitest'

import { classColours } from '../../../../../renderer/painting/canvas/class-colours.ts'
import { displayPlan } from '../../../../../renderer/painting/canvas/display-plan.ts'
import { paintLabels } from '../../../../../renderer/painting/canvas/paint-labels.ts'
import { UNLABELLED } from '../../../../../renderer/model/raster/label-raster.ts'
import { TestEditor } from '../../test-editor.ts'

const classes = [
  { id: 1, name: 'red', colour: [200, 0, 0], channel: 0, aliases: [{ id: 9, name: 'crimson' }] },
  { id: 2, name: 'blue', colour: [0, 0, 100], channel: 1, aliases: [] },
] as const
const colours = classColours(
  classes.map((entry) => ({ ...entry, colour: [...entry.colour], aliases: [...entry.aliases] })),
  false,
)

function paint(planes: { data: number[]; opacity: number }[]): number[][] {
  const width = planes[0]?.data.length ?? 0
  const out = new Uint32Array(width)
  const stack = planes.map(({ data, opacity }) => ({ data: Uint8Array.from(data), opacity }))
  paintLabels(stack, width, { x: 0, y: 0, width, height: 1 }, colours, out)
  return [...out].map((value) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24])
}

describe('painted labels', () => {
  it('show the topmost label, an alias in its class’s colour, and nothing where nothing is painted', () => {
    const rows = paint([
      { data: [UNLABELLED, 9, UNLABELLED], opacity: 1 },
      { data: [2, 2, UNLABELLED], opacity: 1 },
    ])
    expect(rows).toEqual([
      [0, 0, 100, 255],
      [200, 0, 0, 255],
      [0, 0, 0, 0],
    ])
  })

  it('blend half-transparent layers over those below, without darkening the edges', () => {
    expect(
      paint([
        { data: [1, 1], opacity: 0.5 },
        { data: [2, UNLABELLED], opacity: 1 },
      ]),
    ).toEqual([
      [100, 0, 50, 255],
      [200, 0, 0, 128],
    ])
  })

  it('give unknown ids a colour that is seen', () => {
    expect(paint([{ data: [77], opacity: 1 }])).toEqual([[255, 0, 220, 255]])
  })
})

describe('display plan', () => {
  it('joins neighbouring label layers into one image, pictures between them apart', () => {
    const { editor, store } = new TestEditor()
    editor.layers.addLabels('Second')
    editor.layers.choose(editor.layers.addPhoto('Photo', 'photo-1'))
    editor.layers.addLabels('Third')
    expect(displayPlan(store.getState().document).map(({ kind }) => kind)).toEqual(['labels', 'picture', 'labels'])
  })

  it('leaves hidden layers out, and pictures that are not there yet', () => {
    const { editor, store, layerId } = new TestEditor()
    editor.layers.add('photo', 'Photo')
    editor.layers.change(layerId, { visible: false })
    expect(displayPlan(store.getState().document)).toEqual([])
  })

  // Bug it would catch: a result layer that shows nothing, since the picture of no id was never stored.
  it('lets a layer without a picture of its own follow live synthesis', () => {
    const { editor, store } = new TestEditor()
    const id = editor.layers.add('warp', 'Warp')
    expect(displayPlan(store.getState().document).at(-1)).toEqual({
      kind: 'live',
      key: id,
      source: 'warp',
      opacity: 0.5,
    })
  })
})
