import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { LiveScheduler } from './live-scheduler.ts'

export interface FollowHostParts {
  readonly shell: Pick<ShellApi, 'on'>
  readonly scheduler: Pick<LiveScheduler, 'hostLost'>
  /** The host ended and is started anew. */
  readonly tellRestart: () => void
  /** Nobody will start it again: the sentence says what the user can do. */
  readonly tellEnd: (message: string) => void
}

/**
 * Tells the user that the inference host ended, whether or not a picture was under way: who only looks at the picture
 * would otherwise learn it from the next stroke. @returns what ends it
 */
export function followHost({ shell, scheduler, tellRestart, tellEnd }: FollowHostParts): () => void {
  return shell.on('inferenceStopped', ({ message, willRestart }) => {
    if (willRestart) tellRestart()
    else {
      scheduler.hostLost(message)
      tellEnd(message)
    }
  })
}
