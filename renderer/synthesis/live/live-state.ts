/** When pictures are made: during a stroke, when the pen is lifted, or only when asked for. */
export const liveModes = ['live', 'pen-up', 'manual'] as const
export type LiveMode = (typeof liveModes)[number]

/** What the live loop does now, for the pill. */
export interface LiveState {
  /** `previewing` until the warp has arrived, then `rendering` until the picture has. */
  readonly phase: 'idle' | 'previewing' | 'rendering' | 'paused' | 'failed'
  readonly mode: LiveMode
  /** Whether the picture shown is of an older document. */
  readonly outdated: boolean
  /** From sending the request to having the warp, in milliseconds; of the last picture. */
  readonly warpMilliseconds: number | undefined
  /** From sending the request to having the picture. */
  readonly pictureMilliseconds: number | undefined
  /** Why the last picture failed; one sentence. */
  readonly problem: string | undefined
}

export const initialLiveState: LiveState = {
  phase: 'idle',
  mode: 'live',
  outdated: true,
  warpMilliseconds: undefined,
  pictureMilliseconds: undefined,
  problem: undefined,
}
