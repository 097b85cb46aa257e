import { useEffect, useRef, useState, type ReactElement } from 'react'

import type { OpenPhoto, PhotoFormat } from '../../../electron/contract/open-photo.ts'
import type { PhotoPatch } from '../../../electron/contract/photo-patch.ts'
import type { PlainMessageKey, Translate } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import { JobCancelled } from '../../synthesis/inference/job-cancelled.ts'
import styles from './photo-export-dialog.module.css'

interface PhotoExportDialogProps {
  readonly photo: Pick<OpenPhoto, 'id' | 'depth'>
  /** Without extension. */
  readonly suggestedName: string
  /** Whether anything is changed; an unchanged photo is written byte for byte. */
  readonly isChanged: boolean
  /**
   * The change at the photo's own size, made if it has not been.
   *
   * @throws JobCancelled when aborted
   */
  readonly patches: (progress: (share: number) => void, signal: AbortSignal) => Promise<readonly PhotoPatch[]>
  readonly onClose: () => void
}

const formats = ['png', 'tiff', 'jpeg', 'psd'] as const
type Format = (typeof formats)[number]

interface Choice {
  readonly format: Format
  readonly depth: 8 | 16
  readonly quality: number
}

/**
 * Lets the user choose how a changed photo is written, makes what is missing at full size, asks where to and writes it.
 */
export function PhotoExportDialog(props: PhotoExportDialogProps): ReactElement {
  const { photo, suggestedName, isChanged, patches, onClose } = props
  const t = useTranslate()
  const shell = useShell()
  const announcer = useAnnouncer()
  const [choice, setChoice] = useState<Choice>({ format: 'png', depth: photo.depth, quality: 95 })
  /** 0..1 while the change is made; 1 while the file is written. */
  const [share, setShare] = useState<number>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const change = (part: Partial<Choice>): void => setChoice({ ...choice, ...part })
  const close = (): void => {
    running.current?.abort()
    onClose()
  }
  const write = async (): Promise<void> => {
    const { signal } = (running.current = new AbortController())
    setShare(0)
    try {
      const made = await patches(setShare, signal)
      if (signal.aborted) return
      setShare(1)
      const encoding = encodingOf(choice, t)
      const written = await shell.exportPhoto({ photoId: photo.id, patches: [...made], suggestedName, encoding })
      if (written === null) return
      announcer.tell('success', 'export.done', { name: written.name, folder: written.folder })
      onClose()
    } catch (error) {
      if (!(error instanceof JobCancelled)) announcer.fail(error)
    } finally {
      setShare(undefined)
    }
  }
  return (
    <Dialog
      title={t('photoExport.title')}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('shell.cancel')}</Button>
          <Button tone="primary" focusOnShow disabled={share !== undefined} onPress={() => void write()}>
            {share === undefined ? t('export.write') : t('export.working')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <div className={styles['tabs']}>
          <Tabs
            label={t('photoExport.format')}
            value={choice.format}
            tabs={formats.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(format) => change({ format })}
          />
          {choice.format === 'png' || choice.format === 'tiff' ? (
            <Tabs
              label={t('photoExport.depth')}
              value={choice.depth === 8 ? 'eight' : 'sixteen'}
              tabs={[
                { value: 'eight', label: t('photoExport.bits', { bits: 8 }) },
                { value: 'sixteen', label: t('photoExport.bits', { bits: 16 }) },
              ]}
              onChange={(value) => change({ depth: value === 'eight' ? 8 : 16 })}
            />
          ) : null}
        </div>
        {choice.format === 'jpeg' ? (
          <Slider
            label={t('photoExport.quality')}
            min={1}
            max={100}
            value={choice.quality}
            onChange={(quality) => change({ quality })}
          />
        ) : null}
        <p className={styles['hint']}>{t(isChanged ? hintOf(choice, photo.depth) : 'photoExport.unchanged')}</p>
        {share === undefined ? null : <Progress share={share} />}
      </div>
    </Dialog>
  )
}

function Progress({ share }: { readonly share: number }): ReactElement {
  const t = useTranslate()
  const text = t(share < 1 ? 'photoExport.making' : 'photoExport.writing')
  return (
    <div role="status" data-testid="photo-export-progress">
      <span>{text}</span>
      <progress
        className={styles['progress']}
        max={100}
        {...(share < 1 ? { value: Math.round(100 * share) } : {})}
        aria-label={text}
      />
    </div>
  )
}

function hintOf({ format, depth }: Choice, own: 8 | 16): PlainMessageKey {
  if (format === 'jpeg') return 'photoExport.lossy'
  if (format === 'psd') return 'photoExport.layered'
  return depth === own ? 'photoExport.lossless' : 'photoExport.otherDepth'
}

function encodingOf({ format, depth, quality }: Choice, t: Translate): PhotoFormat {
  if (format === 'jpeg') return { format, quality }
  if (format !== 'psd') return { format, depth }
  const names = { photo: t('layer.kind.original'), patch: t('photoExport.patch'), mask: t('photoExport.mask') }
  return { format, names }
}
