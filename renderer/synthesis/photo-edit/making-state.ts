/** What is being made of the photo's change, and how far it has come. */
export interface MakingState {
  /** `resting`: what is shown is up to date. `waiting`: something was changed a moment ago. */
  readonly phase: 'resting' | 'waiting' | 'preview' | 'full'
  /** Of the job under way, 0..1. */
  readonly share: number
  /** Whether anything is to be changed at all. */
  readonly hasChange: boolean
  /** Whether what is shown was made at the photo's own size. */
  readonly isFull: boolean
  /** How long the last preview took, in milliseconds. */
  readonly milliseconds: number | undefined
  /** One sentence: why nothing was made. */
  readonly problem: string | undefined
}

export const restingState: MakingState = {
  phase: 'resting',
  share: 0,
  hasChange: false,
  isFull: false,
  milliseconds: undefined,
  problem: undefined,
}
