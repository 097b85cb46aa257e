import { describe, expect, it } from 'vitest'

import {
  classExemplarChosen,
  classLent,
  exemplarReducer,
} from '../../../../../renderer/synthesis/exemplars/exemplar-slice.ts'

describe('a photo that lends a class', () => {
  const before = { primaryId: 'lake', byClass: {} }

  // Bug it would catch: a photo that was chosen to lend grass and does not, since other documents happen to use it.
  it('lends it even if it is the exemplar of other documents', () => {
    const lent = exemplarReducer(before, classLent({ classId: 10, exemplarId: 'lake' }))
    expect(lent.byClass).toEqual({ 10: 'lake' })
    expect(exemplarReducer(lent, classExemplarChosen({ classId: 10, exemplarId: null })).byClass).toEqual({})
  })
})
