import { describe, expect, it } from 'vitest'

import { FACE_CLASSES } from '../../../../../electron/conditions/face/face-classes.ts'
import type { LabelMap } from '../../../../../electron/contract/label-map.ts'
import { listFaceTemplates } from '../../../../../electron/services/samples/face-templates.ts'
import { shippedTitle } from '../../../../../renderer/i18n/shipped-names.ts'
import { translator } from '../../../../../renderer/i18n/translate.ts'
import { strokesOfCondition } from '../../../../../renderer/model/lines/lines-condition.ts'
import { masksOfLines } from '../../../../../renderer/model/tracing/lines-to-masks.ts'
import { composeStack } from '../../../../../renderer/model/raster/compose-layout.ts'
import { UNLABELLED, type LabelRaster } from '../../../../../renderer/model/raster/label-raster.ts'
import { templateMasks } from '../../../../../renderer/model/tracing/template-masks.ts'
import { roundTrip } from '../../../../../scripts/faces/round-trip.ts'

const templates = await listFaceTemplates('assets')
const classes = FACE_CLASSES.map(({ id, name }) => ({
  id,
  name,
  colour: [id, id, id] as [number, number, number],
  channel: id,
  aliases: [],
}))
const idOf = (name: string): number => FACE_CLASSES.find((each) => each.name === name)?.id ?? -1

/** A template's layers as masks, the topmost first. */
function layersOf(masks: LabelMap): readonly LabelRaster[] {
  const layers = templateMasks(masks, { width: 256, height: 256 }, classes) ?? []
  return layers.map(({ raster }) => raster).toReversed()
}

describe('the face templates', () => {
  it('are twelve, each with a name in every language', () => {
    expect(templates).toHaveLength(12)
    const korean = templates.map((template) => shippedTitle(translator('ko'), template))
    expect(new Set(korean).size).toBe(12)
    for (const [index, { title }] of templates.entries()) expect(korean[index]).not.toBe(title)
  })

  // Bug it would catch: the sides of the picture taken for those of the person.
  it.each(templates.map((template) => [template.id, template] as const))(
    '%s has the person’s sides',
    (_id, template) => {
      const centre = (name: string): number => {
        const places = [...template.masks.data].flatMap((id, at) =>
          id === idOf(name) ? [at % template.masks.width] : [],
        )
        return places.reduce((sum, x) => sum + x, 0) / places.length
      }
      // Glasses may cover the eyes of a map.
      for (const part of ['brow']) expect(centre(`left ${part}`)).toBeGreaterThan(centre(`right ${part}`))
      const across = (part: string): number => {
        const xs = template.lines.lines
          .filter((line) => line.part === part)
          .flatMap(({ points }) => points.map(([x]) => x))
        return xs.reduce((sum, x) => sum + x, 0) / xs.length
      }
      expect(across('left eye')).toBeGreaterThan(across('right eye'))
    },
  )

  // Bug it would catch: lines and masks of a template that show two different faces.
  it.each(templates.map((template) => [template.id, template] as const))(
    '%s shows one face as edges and as masks',
    (_id, template) => {
      const size = { width: 256, height: 256 }
      const drawn = masksOfLines(strokesOfCondition(template.lines, size), size, classes)
      const painted = composeStack(layersOf(template.masks), 256 * 256)
      for (const name of ['skin', 'nose', 'upper lip', 'lower lip', 'left brow']) {
        let both = 0
        let either = 0
        for (let pixel = 0; pixel < 256 * 256; pixel += 1) {
          const one = drawn?.data[pixel] === idOf(name)
          const other = painted[pixel] === idOf(name)
          both += one && other ? 1 : 0
          either += one || other ? 1 : 0
        }
        expect(both / either, name).toBeGreaterThan(0.6)
      }
    },
  )

  // Bug it would catch: hair that cannot be moved or taken away because there is a hole beneath it.
  it('have hair and glasses on layers of their own above a whole face', () => {
    for (const { id, masks } of templates) {
      const layers = layersOf(masks)
      expect(Buffer.from(composeStack(layers, 256 * 256)).equals(masks.data), id).toBe(true)
      const face = layers.at(-1)?.data ?? new Uint8Array()
      expect(face.includes(UNLABELLED) || face.includes(idOf('hair')) || face.includes(idOf('eyeglasses')), id).toBe(
        false,
      )
      const wears = ['hair', 'eyeglasses'].filter((name) => masks.data.includes(idOf(name)))
      expect(layers, id).toHaveLength(1 + wears.length)
    }
  })

  it('have no masks in a pack without faces', () => {
    const [template] = templates
    const sky = [{ id: 3, name: 'sky', colour: [0, 0, 255] as [number, number, number], channel: 0, aliases: [] }]
    expect(template === undefined ? 0 : templateMasks(template.masks, { width: 64, height: 64 }, sky)).toBeUndefined()
  })

  // Bug it would catch: outlines that are smoothed until eyes and brows have shrunk, so that every change of kind costs some of them.
  it('keep their parts when masks become edges and edges become masks', () => {
    const maps = templates.flatMap(({ id, masks }) => (['round-glasses', 'bun-and-laugh'].includes(id) ? [masks] : []))
    expect(maps).toHaveLength(2)
    for (const { name, iou } of roundTrip(maps)) expect(iou, name).toBeGreaterThan(0.97)
  })
})
