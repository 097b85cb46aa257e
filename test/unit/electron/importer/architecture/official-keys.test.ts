import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { correspondenceShapes } from '../../../../../electron/importer/architecture/correspondence-network.ts'
import { generatorShapes } from '../../../../../electron/importer/architecture/generator-network.ts'
import { OFFICIAL_WIDTHS } from '../../../../../electron/importer/architecture/network-widths.ts'
import { OFFICIAL_TASKS } from '../../../../../electron/importer/architecture/official-task.ts'
import type { ShapeEntry } from '../../../../../electron/importer/architecture/tensor-shapes.ts'

/** Reads `key<TAB>64x3x3x3` lines ('scalar' for no dimensions). */
function readKeyList(file: string): ShapeEntry[] {
  const text = readFileSync(new URL(`../../../../fixtures/official-keys/${file}`, import.meta.url), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const [key = '', shape = ''] = line.split('\t')
    return [key, shape === 'scalar' ? [] : shape.split('x').map(Number)]
  })
}

describe('the architecture description', () => {
  it.each(OFFICIAL_TASKS)('lists the published netCorr of $id key by key, or a good file would be refused', (task) => {
    const expected = readKeyList(`${task.id}.netCorr.tsv`)
    expect(expected).toHaveLength(192)
    expect([...correspondenceShapes({ task, widths: OFFICIAL_WIDTHS })]).toEqual(expected)
  })

  it.each(OFFICIAL_TASKS)('lists the published netG of $id key by key, or a good file would be refused', (task) => {
    const expected = readKeyList(`${task.id}.netG.tsv`)
    expect(expected).toHaveLength(193)
    expect([...generatorShapes({ task, widths: OFFICIAL_WIDTHS })]).toEqual(expected)
  })
})
