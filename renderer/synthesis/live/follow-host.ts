import type { HostEnd } from '../../../electron/contract/host-end.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { LiveScheduler } from './live-scheduler.ts'

export interface FollowHostParts {
  readonly shell: Pick<ShellApi, 'on'>
  readonly scheduler: Pick<LiveScheduler, 'hostLost'>
  /** The host ended and is started anew. */
  readonly tellRestart: () => void
  /** Says it to the user, with what can be done. */
  readonly sentence: (reason: HostEnd) => string
  /** Nobody will start it again. */
  readonly tellEnd: (sentence: string) => void
}

/**
 * Tells the user that the inference host ended, whether or not a picture was under way: who only looks at the picture
 * would otherwise learn it from the next stroke. @returns what ends it
 */
export function followHost({ shell, scheduler, tellRestart, sentence, tellEnd }: FollowHostParts): () => void {
  return shell.on('inferenceStopped', ({ reason }) => {
    if (reason === 'ended') tellRestart()
    else {
      scheduler.hostLost(sentence(reason))
      tellEnd(sentence(reason))
    }
  })
}
