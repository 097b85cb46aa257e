import { createContext, use } from 'react'

import type { LabelCorrection } from './label-correction.ts'

export const CorrectionContext = createContext<LabelCorrection | undefined>(undefined)

export function useCorrection(): LabelCorrection {
  const correction = use(CorrectionContext)
  if (correction === undefined) throw new Error('useCorrection was called outside the CorrectionContext.')
  return correction
}
