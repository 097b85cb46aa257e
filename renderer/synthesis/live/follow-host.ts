import type { HostEnd } from '../../../electron/contract/host-end.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { LiveScheduler } from './live-scheduler.ts'

export interface FollowHostParts {
  readonly shell: Pick<ShellApi, 'on'>
  readonly scheduler: Pick<LiveScheduler, 'hostLost'>
  /** Tells the user that the host ended and is being started again. */
  readonly tellRestart: () => void
  /** The message for the user, with what can be done. */
  readonly sentence: (reason: HostEnd) => string
  /** Tells the user that the host ended and stays ended. */
  readonly tellEnd: (sentence: string) => void
}

/**
 * Tells the user that the inference host ended, whether or not a picture was being made. Otherwise a user who only
 * looks at the picture would learn it from the next stroke. @returns what ends it
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
