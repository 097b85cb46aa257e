import { readFileSync } from 'node:fs'
import type { ShapeEntry } from '../../../../electron/importer/architecture/tensor-shapes.ts'

/** Reads a published key list: lines of `key<TAB>64x3x3x3` ('scalar' for no dimensions). */
export function readOfficialKeys(file: string): ShapeEntry[] {
  const text = readFileSync(new URL(`../../../fixtures/official-keys/${file}`, import.meta.url), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const [key = '', shape = ''] = line.split('\t')
    return [key, shape === 'scalar' ? [] : shape.split('x').map(Number)]
  })
}
