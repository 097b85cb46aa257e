import { useState, type ReactElement } from 'react'

import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { shortenText } from '../../shared/lib/shorten-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import styles from './exemplar-panel.module.css'
import { readTags } from '../../synthesis/exemplars/exemplar-tags.ts'

interface ExemplarDetailsDialogProps {
  readonly entry: ExemplarEntry
  readonly onClose: () => void
}

/** The photo's name and the words by which it can be found. Samples keep their name. */
export function ExemplarDetailsDialog({ entry, onClose }: ExemplarDetailsDialogProps): ReactElement {
  const t = useTranslate()
  const { library } = useExemplars()
  const announcer = useAnnouncer()
  const [title, setTitle] = useState(entry.title)
  const [tags, setTags] = useState(entry.tags.join(', '))
  const own = entry.origin === 'own'
  const save = async (): Promise<void> => {
    const named = own && title.trim() !== '' ? { title: shortenText(title.trim(), 200) } : {}
    await announcer.attempt(() => library.update(entry.id, { ...named, tags: readTags(tags) }))
    onClose()
  }
  return (
    <Dialog
      title={t('exemplar.details')}
      onClose={onClose}
      width={400}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" onPress={() => void save()}>
            {t('exemplar.saveDetails')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        {own ? <TextField label={t('exemplar.name')} value={title} onChange={setTitle} focusOnShow /> : null}
        <TextField label={t('exemplar.tags')} value={tags} onChange={setTags} focusOnShow={!own} />
      </div>
    </Dialog>
  )
}
