import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { correspondenceShapes } from '../../electron/importer/architecture/correspondence-network.ts'
import { generatorShapes } from '../../electron/importer/architecture/generator-network.ts'
import { OFFICIAL_VARIANTS, type OfficialVariantId } from '../../electron/importer/architecture/official-variant.ts'
import type { ShapeTable } from '../../electron/importer/architecture/tensor-shapes.ts'
import { seededSource } from '../parity/seeded-weights.ts'
import { dict, pickle, tensor, text } from '../unit/electron/importer/checkpoint/pickle-assembler.ts'
import { storedZip } from '../unit/electron/importer/checkpoint/stored-zip.ts'

/** Two channels instead of 64: the same keys and graphs, a thousandth of the work. */
const WIDTHS = { base: 2, modulation: 4, matching: 8 }
const SEED = 7

/** Writes `net_Corr.pth` and `net_G.pth` of a variant as torch would, and gives their paths. */
export async function writeSeededPair(folder: string, id: OfficialVariantId): Promise<readonly [string, string]> {
  const variant = OFFICIAL_VARIANTS.find((candidate) => candidate.id === id)
  if (variant === undefined) throw new Error(`no variant ${id}`)
  const { task } = variant
  return [
    await writeCheckpoint(join(folder, 'net_Corr.pth'), correspondenceShapes({ task, widths: WIDTHS })),
    await writeCheckpoint(join(folder, 'net_G.pth'), generatorShapes({ task, widths: WIDTHS })),
  ]
}

async function writeCheckpoint(path: string, shapes: ShapeTable): Promise<string> {
  const source = seededSource(shapes, SEED)
  const storages: { name: string; data: Uint8Array }[] = []
  const pieces: Uint8Array[] = []
  for (const [name, shape] of shapes) {
    const values = await source.read(name)
    const key = String(storages.length)
    const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, side) => product * side, 1))
    pieces.push(text(name), tensor({ key, elements: values.length, shape, strides }))
    storages.push({
      name: `net/data/${key}`,
      data: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    })
  }
  await writeFile(path, storedZip([{ name: 'net/data.pkl', data: pickle(dict(...pieces)) }, ...storages]))
  return path
}
