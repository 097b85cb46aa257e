import { useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { useMakeUpFiles } from '../../files/makeup/makeup-files-context.ts'
import type { MakeUpFormat } from '../../files/makeup/makeup-files.ts'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import styles from './makeup.module.css'

/** Writes the photo at its own size with its make-up. */
export function MakeUpExportDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const files = useMakeUpFiles()
  const announcer = useAnnouncer()
  const [format, setFormat] = useState<MakeUpFormat>('png')
  const [quality, setQuality] = useState(95)
  const [writing, setWriting] = useState(false)
  const close = (): void => void dispatch(dialogClosed())
  const write = async (): Promise<void> => {
    setWriting(true)
    const file = await announcer.attempt(() => files.exportPhoto(format, quality))
    setWriting(false)
    if (file === undefined || file === null) return
    announcer.tell('success', 'makeup.exported', { name: file.name })
    close()
  }
  return (
    <Dialog
      title={t('makeup.exportTitle')}
      width={460}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('shell.cancel')}</Button>
          <Button tone="primary" focusOnShow disabled={writing} onPress={() => void write()}>
            {t(writing ? 'makeup.working' : 'makeup.export')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <Select
          label={t('makeup.format')}
          value={format}
          options={[
            { value: 'png', label: t('makeup.formatPng') },
            { value: 'tiff', label: t('makeup.formatTiff') },
            { value: 'jpeg', label: t('makeup.formatJpeg') },
            { value: 'psd', label: t('makeup.formatPsd') },
          ]}
          onChange={setFormat}
        />
        {format === 'jpeg' ? (
          <Slider label={t('makeup.quality')} value={quality} min={50} max={100} onChange={setQuality} />
        ) : null}
      </div>
    </Dialog>
  )
}
