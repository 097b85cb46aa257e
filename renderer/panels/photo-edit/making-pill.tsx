import type { ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import type { PlainMessageKey } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useShortcuts } from '../../shared/commands/commands-context.ts'
import { dialogOpened } from '../../shared/dialogs/dialog-slice.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { StatusPill, type StatusTone } from '../../shared/ui/status-pill.tsx'
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
  const { text, tone } = appearance(state)
  const isBusy = state.phase === 'preview' || state.phase === 'full'
  return (
    <div className={styles['row']}>
      <StatusPill
        tooltip={state.problem ?? t(text)}
        tone={tone}
        text={t(text)}
        figure={figure(state, isBusy)}
        minWidth={172}
        data={{
          'data-testid': 'making-pill',
          'data-phase': state.phase,
          'data-changed': state.hasChange,
          'data-full': state.isFull,
        }}
      />
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

function appearance(state: MakingState): { readonly text: PlainMessageKey; readonly tone: StatusTone } {
  if (state.problem !== undefined) return { text: 'photoEdit.failed', tone: 'danger' }
  if (state.phase === 'waiting') return { text: 'photoEdit.waiting', tone: 'none' }
  if (state.phase === 'preview') return { text: 'photoEdit.preview', tone: 'busy' }
  if (state.phase === 'full') return { text: 'photoEdit.full', tone: 'busy' }
  if (!state.hasChange) return { text: 'photoEdit.none', tone: 'none' }
  return state.isFull ? { text: 'photoEdit.done', tone: 'success' } : { text: 'photoEdit.previewed', tone: 'warning' }
}

function figure({ share, hasChange, isFull, milliseconds }: MakingState, isBusy: boolean): string {
  if (isBusy) return `${Math.round(100 * share)} %`
  return hasChange && !isFull && milliseconds !== undefined ? `${Math.round(milliseconds)} ms` : ''
}
