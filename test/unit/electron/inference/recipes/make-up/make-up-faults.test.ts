import { describe, expect, it } from 'vitest'
import { makeUpSentence, type MakeUpNotice } from '../../../../../../electron/contract/recipes/make-up-notice.ts'
import {
  hiddenPartNotices,
  isNotice,
  usableFace,
} from '../../../../../../electron/inference/recipes/make-up/make-up-faults.ts'
import { drawFace } from '../../../makeup/made-up-face.ts'

describe('what keeps make-up off', () => {
  it('is a face that is missing or smaller than 60 pixels', () => {
    const { face } = drawFace({})
    expect(isNotice(usableFace(face, 'photo'))).toBe(false)
    expect(usableFace({ ...face, side: 40.2 }, 'photo')).toEqual({
      kind: 'small-face',
      role: 'photo',
      pixels: 40,
      least: 60,
    })
    expect(usableFace(undefined, 'exemplar')).toEqual({ kind: 'no-face', role: 'exemplar', least: 60 })
  })

  it('is what turns away or is covered: in profile, behind glasses, under a hand', () => {
    // Bug it would catch: parts that nobody can see and nobody is told about.
    expect(hiddenPartNotices({ seen: { skin: 0.8, eyes: 0.7, lips: 0.9 } }, 'photo')).toEqual([])
    expect(hiddenPartNotices({ seen: { skin: 0.8, eyes: 0.1, lips: 0.2 } }, 'photo')).toEqual([
      { kind: 'hidden', role: 'photo', parts: ['lips', 'lids'] },
    ])
  })

  it('is said in one sentence', () => {
    const notices: readonly MakeUpNotice[] = [
      { kind: 'no-face', role: 'photo', least: 60 },
      { kind: 'small-face', role: 'exemplar', pixels: 40, least: 60 },
      { kind: 'drawing' },
      { kind: 'little-make-up' },
      { kind: 'lines-stay' },
      { kind: 'hidden', role: 'exemplar', parts: ['skin'] },
    ]
    for (const notice of notices) expect(makeUpSentence(notice)).toMatch(/^[A-Z][^.]+\.$/)
  })
})
