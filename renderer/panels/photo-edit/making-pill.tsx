import type { ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import type { PlainMessageKey } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useShortcuts } from '../../shared/commands/commands-context.ts'
import { dialogOpened } from '../../shared/dialogs/dialog-slice.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Tooltip } from '../../shared/ui/tooltip.tsx'
import type { MakingState } from '../../synthesis/photo-edit/making-state.ts'
import { usePhotoEditing } from '../../synthesis/photo-edit/photo-editing-context.ts'
import { EDIT_EXPORT } from './edit-export-dialog.tsx'
import styles from './photo-edit.module.css'

/** What is being made of the change and its progress, with buttons for full size and for cancelling. */
export function MakingPill(): ReactElement {
  const t = useTranslate()
  const keys = useShortcuts()
  const dispatch = useDispatch()
  const editing = usePhotoEditing()
  const state = useObservable(editing.making)
  const { text, look } = appearance(state)
  const isBusy = state.phase === 'preview' || state.phase === 'full'
  return (
    <div className={styles['row']}>
      <Tooltip text={state.problem ?? t(text)}>
        <span
          className={classNames(styles['pill'], look !== undefined && styles[look])}
          role="status"
          aria-live="off"
          data-testid="making-pill"
          data-phase={state.phase}
          data-changed={state.hasChange}
          data-full={state.isFull}
        >
          <span className={styles['dot']} />
          {t(text)}
          <span className={styles['percent']}>{figure(state, isBusy)}</span>
        </span>
      </Tooltip>
      {isBusy ? (
        <IconButton
          icon="close"
          label={t('photoEdit.giveUp')}
          shortcut={keys('photo.giveUp')}
          onPress={() => void editing.giveUp()}
        />
      ) : (
        <IconButton
          icon="result"
          label={t('photoEdit.makeFull')}
          shortcut={keys('photo.makeFull')}
          disabled={state.isFull || !state.hasChange}
          onPress={() => editing.makeFull()}
        />
      )}
      <Button tone="primary" onPress={() => dispatch(dialogOpened(EDIT_EXPORT))}>
        {t('photoEdit.export')}
      </Button>
    </div>
  )
}

function appearance(state: MakingState): { readonly text: PlainMessageKey; readonly look: string | undefined } {
  if (state.problem !== undefined) return { text: 'photoEdit.failed', look: 'failed' }
  if (state.phase === 'waiting') return { text: 'photoEdit.waiting', look: undefined }
  if (state.phase === 'preview') return { text: 'photoEdit.preview', look: 'busy' }
  if (state.phase === 'full') return { text: 'photoEdit.full', look: 'busy' }
  if (!state.hasChange) return { text: 'photoEdit.none', look: undefined }
  return state.isFull ? { text: 'photoEdit.done', look: 'done' } : { text: 'photoEdit.previewed', look: 'previewed' }
}

function figure({ share, hasChange, isFull, milliseconds }: MakingState, isBusy: boolean): string {
  if (isBusy) return `${Math.round(100 * share)} %`
  return hasChange && !isFull && milliseconds !== undefined ? `${Math.round(milliseconds)} ms` : ''
}
