import path from 'node:path'
import { z } from 'zod'
import { writeProjectFile } from '../../../electron/services/project/project-store.ts'
import { newDocument } from '../../../renderer/model/document/new-document.ts'

const SKY = 3
const GRASS = 10
const WATER = 22
const BAND = 48

/** Writes a landscape of `side` × `side` pixels, each of its `count` label layers with a band of its own; gives its path. */
export async function benchProject(folder: string, side: number, count: number): Promise<string> {
  let ids = 0
  const makeId = (): string => String((ids += 1))
  const facts = { name: 'Bench', width: side, height: side, backdropClassId: SKY, layerName: 'Layer 1' }
  const document = newDocument(facts, makeId)
  const [first] = Object.values(document.layers)
  if (first === undefined) throw new Error('A new document has a layer.')
  const layers = Array.from({ length: count }, (_, index) => ({
    ...first,
    id: index === 0 ? first.id : `layer-${makeId()}`,
    name: `Layer ${index + 1}`,
  }))
  const file = path.join(folder, `bench-${side}-${count}.cocanvas`)
  await writeProjectFile(file, {
    document: {
      formatVersion: 1,
      packId: 'landscape',
      structure: {
        ...document,
        rootIds: layers.map(({ id }) => id),
        layers: Object.fromEntries(layers.map((layer) => [layer.id, z.json().parse(layer)])),
      },
      parts: {},
    },
    labelLayers: layers.map(({ id }, index) => ({ id, labels: band(side, (index + 1) / (count + 1), index) })),
    pictures: [],
  })
  return file
}

/** 255 is unpainted. The lowest of several layers reach down to the edge. */
function band(side: number, height: number, index: number): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(side * side).fill(255)
  const top = Math.floor(side * height)
  for (let y = top; y < (index === 0 ? side : Math.min(side, top + BAND)); y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (y > top + 8 * Math.sin(x / 30)) data[y * side + x] = index % 2 === 0 ? GRASS : WATER
    }
  }
  return { width: side, height: side, data }
}
