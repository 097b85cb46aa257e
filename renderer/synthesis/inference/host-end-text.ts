import type { HostEnd } from '../../../electron/contract/host-end.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'

/** What the user reads when the inference host is gone. */
export const hostEndText: Readonly<Record<HostEnd, PlainMessageKey>> = {
  ended: 'live.hostEnded',
  'keeps-ending': 'live.hostKeepsEnding',
  'shell-gone': 'live.shellGone',
}
