import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import type { HistoryChange } from '../../model/history/history-change.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import type { HostJobs } from '../inference/host-jobs.ts'
import type { ReadSource } from './makeup-request.ts'

/** What making up works with. */
export interface MakeUpStudioParts {
  readonly shell: Pick<ShellApi, 'closePhoto' | 'readPhotoArea' | 'readPhotoPixels' | 'showPhotoPixels'>
  readonly client: Pick<HostJobs, 'make' | 'askMakeUp'>
  readonly announcer: Pick<Announcer, 'fail'>
  /** Adds a step of history whose changes have already been made. */
  readonly commit: (title: PlainMessageKey, changes: readonly HistoryChange[]) => void
  readonly readSource: ReadSource
  readonly sharpness: {
    /** Device pixels that show one pixel of the photo. */
    readonly get: () => number
    readonly subscribe: (listener: () => void) => () => void
  }
}
