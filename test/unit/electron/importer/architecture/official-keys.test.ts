import { describe, expect, it } from 'vitest'
import { correspondenceShapes } from '../../../../../electron/importer/architecture/correspondence-network.ts'
import { generatorShapes } from '../../../../../electron/importer/architecture/generator-network.ts'
import { OFFICIAL_WIDTHS } from '../../../../../electron/importer/architecture/network-widths.ts'
import { OFFICIAL_TASKS } from '../../../../../electron/importer/architecture/official-task.ts'
import { readOfficialKeys } from '../official-key-lists.ts'

describe('the architecture description', () => {
  it.each(OFFICIAL_TASKS)('lists the published netCorr of $id key by key, or a good file would be refused', (task) => {
    const expected = readOfficialKeys(`${task.id}.netCorr.tsv`)
    expect(expected).toHaveLength(192)
    expect([...correspondenceShapes({ task, widths: OFFICIAL_WIDTHS })]).toEqual(expected)
  })

  it.each(OFFICIAL_TASKS)('lists the published netG of $id key by key, or a good file would be refused', (task) => {
    const expected = readOfficialKeys(`${task.id}.netG.tsv`)
    expect(expected).toHaveLength(193)
    expect([...generatorShapes({ task, widths: OFFICIAL_WIDTHS })]).toEqual(expected)
  })
})
