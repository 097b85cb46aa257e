import { describe, expect, it } from 'vitest'

import type { ExportSources } from '../../../../../renderer/files/export/export-sources.ts'
import { pictureMetadata } from '../../../../../renderer/files/export/picture-metadata.ts'

const labels = { width: 1, height: 1, data: new Uint8Array(1) }

function sources(width: number): ExportSources {
  return {
    name: 'Lake',
    appVersion: '9.9.9',
    structure: {
      id: 'd',
      name: 'Lake',
      width: 256,
      height: 256,
      backdropClassId: 0,
      rootIds: [],
      layers: {},
      activeLayerId: null,
    },
    layout: labels,
    classes: [],
    rasterOf: () => undefined,
    pictureOf: () => undefined,
    result: {
      image: { width, height: width, data: new Uint8Array(0) },
      settings: {
        pack: { id: 'landscape' },
        condition: { kind: 'labels', labels },
        size: { width: 512, height: 512 },
        seed: 7,
        options: {},
        viewId: 'large',
        revision: 0,
      },
      exemplarIds: ['sample-sunset'],
      packVersion: '1.1.0',
    },
    warp: undefined,
    resultAt: () => undefined,
    exemplar: undefined,
  }
}

describe('what an exported picture says about itself', () => {
  it('is enough to make it again', () => {
    const text = pictureMetadata(sources(512), new Uint8Array([1, 2, 3]))
    const recipe: unknown = JSON.parse(text['Cocanvas Recipe'] ?? '')
    expect(recipe).toMatchObject({
      pack: { id: 'landscape' },
      packVersion: '1.1.0',
      size: { width: 512, height: 512 },
      seed: 7,
      exemplars: ['sample-sunset'],
    })
    expect(recipe).toHaveProperty('condition', { kind: 'labels' })
    expect(recipe).not.toHaveProperty('finished')
    expect([...Buffer.from(text['Cocanvas Layout'] ?? '', 'base64')]).toEqual([1, 2, 3])
  })

  // Bug it would catch: a person's picture whose recipe has the document's empty layout and no pose.
  it('has the pose that a person was drawn from', () => {
    const plain = sources(512)
    const { result } = plain
    if (result === undefined) throw new Error('There is a result.')
    const points = Array.from({ length: 18 }, (_, index) =>
      index === 17 ? null : ([index, 9] satisfies [number, number]),
    )
    const condition = { kind: 'pose' as const, width: 64, height: 96, points }
    const text = pictureMetadata(
      { ...plain, result: { ...result, settings: { ...result.settings, condition } } },
      undefined,
    )
    expect(JSON.parse(text['Cocanvas Recipe'] ?? '')).toMatchObject({ condition })
    expect(Object.keys(text)).not.toContain('Cocanvas Layout')
  })

  // Bug it would catch: the layout of a detailed picture left out without a word.
  it('has the whole layout, however long, in texts that a PNG may hold', () => {
    const layout = Uint8Array.from({ length: 200_001 }, (_, index) => index % 251)
    const text = pictureMetadata(sources(512), layout)
    const parts = ['Cocanvas Layout', 'Cocanvas Layout 2', 'Cocanvas Layout 3'].map((key) => text[key] ?? '')
    expect(parts.every((part) => part.length > 0 && part.length <= 100_000)).toBe(true)
    expect(Buffer.compare(Buffer.from(parts.join(''), 'base64'), layout)).toBe(0)
  })

  // Bug it would catch: a picture of two photos that says it is of one, or a recipe swollen by the bytes of its map.
  it('names the photos of regions and keeps their map', () => {
    const plain = sources(512)
    const { result } = plain
    if (result === undefined) throw new Error('There is a result.')
    const regions = { map: labels, exemplars: [], exemplarIds: ['sample-life'] }
    const text = pictureMetadata(
      { ...plain, result: { ...result, regions } },
      new Uint8Array(1),
      new Uint8Array([4, 5]),
    )
    const recipe: unknown = JSON.parse(text['Cocanvas Recipe'] ?? '')
    expect(recipe).toMatchObject({ exemplars: ['sample-sunset'], regionExemplars: ['sample-life'] })
    expect(recipe).not.toHaveProperty('regions')
    expect([...Buffer.from(text['Cocanvas Regions'] ?? '', 'base64')]).toEqual([4, 5])
    expect(Object.keys(pictureMetadata(plain, new Uint8Array(1)))).not.toContain('Cocanvas Regions')
  })

  // Bug it would catch: a finished picture that passes for one that the pack drew at that size.
  it('tells the size it was painted at and the size it was finished at', () => {
    const painted = sources(2048)
    const { result } = painted
    if (result === undefined) throw new Error('the sample has a picture')
    const finished = { width: 2048, height: 2048 }
    const large = { ...painted, result: { ...result, settings: { ...result.settings, finished } } }
    const recipe: unknown = JSON.parse(pictureMetadata(large, new Uint8Array(1))['Cocanvas Recipe'] ?? '')
    expect(recipe).toMatchObject({ size: { width: 512, height: 512 }, finished })
  })
})
