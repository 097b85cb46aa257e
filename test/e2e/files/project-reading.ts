import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { decode } from 'fast-png'
import { unzipSync } from 'fflate'
import { z } from 'zod'

const documentSchema = z.object({
  structure: z.object({
    width: z.number(),
    height: z.number(),
    layers: z.record(z.string(), z.object({ id: z.string(), name: z.string(), kind: z.string() })),
  }),
})

/** A label layer as it lies in a project file. */
export interface SavedLayer {
  readonly name: string
  readonly png: Buffer
  readonly width: number
  /** Class ids by row. */
  readonly classIds: Uint8Array
}

/** The files in a `.cocanvas` file by name, read with another program's eyes: none of the editor's code is used. */
export function projectFiles(file: string): Record<string, Uint8Array> {
  return unzipSync(readFileSync(file))
}

export function savedLayers(file: string): readonly SavedLayer[] {
  const files = projectFiles(file)
  const document: unknown = JSON.parse(Buffer.from(files['document.json'] ?? []).toString())
  const { layers } = documentSchema.parse(document).structure
  return Object.values(layers)
    .filter(({ kind }) => kind === 'label')
    .map(({ id, name }) => {
      const png = Buffer.from(files[`layers/${id}.png`] ?? [])
      const { data, width } = decode(png)
      return { name, png, width, classIds: Uint8Array.from(data) }
    })
}

export function savedLayer(file: string, name: string): SavedLayer {
  const found = savedLayers(file).find((layer) => layer.name === name)
  if (found === undefined) throw new Error(`${file} has no label layer ${name}.`)
  return found
}

/** Pixels of a class. */
export function countClass({ classIds }: Pick<SavedLayer, 'classIds'>, classId: number): number {
  return classIds.reduce((count, each) => count + (each === classId ? 1 : 0), 0)
}

/** Bytes of all steps that the journals hold. */
export function journalBytes(dataFolder: string): number {
  const folder = path.join(dataFolder, 'journals')
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.log'))
    .reduce((sum, name) => sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
