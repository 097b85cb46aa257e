import type { PackListing } from '../../../electron/contract/system-facts.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { providedContext } from '../../shared/lib/provided-context.ts'
import type { IconName } from '../../shared/ui/icon-shapes.ts'

/** Something to begin with. A workspace adds its own offer in app/workspaces/start-offers.ts. */
export interface StartOffer {
  readonly id: string
  readonly icon: IconName
  readonly title: PlainMessageKey
  /** One sentence that says what will happen. */
  readonly text: PlainMessageKey
  /** Whether what it needs is installed. */
  readonly isReady: (packs: readonly PackListing[]) => boolean
  readonly run: () => void
}

export const [StartContext, useStartOffers] = providedContext<readonly StartOffer[]>('list of things to begin with')
