import { useRef, useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import type { PlainMessageKey, Translate } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import type { IconName } from '../../shared/ui/icon-shapes.ts'
import { Select } from '../../shared/ui/select.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { JobCancelled } from '../../synthesis/inference/job-cancelled.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { exportContents, hasFormatChoice, isAvailable, type ExportChoice, type ExportContent } from './export-choice.ts'
import { useExportSources } from './export-context.ts'
import styles from './export-dialog.module.css'
import { exportFile } from './export-file.ts'
import { exportSizes, isSameSize } from './export-sizes.ts'
import type { ExportSources, ResultUnderWay } from './export-sources.ts'

interface ContentWords {
  readonly title: PlainMessageKey
  readonly text: PlainMessageKey
  readonly icon: IconName
}

const words: Readonly<Record<ExportContent, ContentWords>> = {
  result: { title: 'export.result', text: 'export.resultText', icon: 'result' },
  warp: { title: 'export.warp', text: 'export.warpText', icon: 'warp' },
  layout: { title: 'export.layout', text: 'export.layoutText', icon: 'palette' },
  labels: { title: 'export.labels', text: 'export.labelsText', icon: 'grid' },
  layers: { title: 'export.layers', text: 'export.layersText', icon: 'layers' },
  sheet: { title: 'export.sheet', text: 'export.sheetText', icon: 'compare' },
}

/** Chooses what to write into a file, and how. */
export function ExportDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const shell = useShell()
  const announcer = useAnnouncer()
  const [sources] = useState(useExportSources())
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<number>()
  const underWay = useRef<ResultUnderWay>(undefined)
  const sizes = exportSizes(sources.structure)
  const [sizeIndex, setSizeIndex] = useState(0)
  const [choice, setChoice] = useState<ExportChoice>({
    content: isAvailable('result', sources) ? 'result' : 'layout',
    format: 'png',
    quality: 92,
    metadata: true,
  })
  const change = (part: Partial<ExportChoice>): void => setChoice({ ...choice, ...part })
  const close = (): void => {
    underWay.current?.cancel()
    dispatch(dialogClosed())
  }
  /** The result as it is shown, or made anew if another size is wanted. */
  const resultInSize = async (): Promise<ExportSources> => {
    const size = sizes[sizeIndex]
    const { result } = sources
    if (choice.content !== 'result' || size === undefined || (result && isSameSize(result.image, size))) return sources
    underWay.current = sources.resultAt(size, setProgress)
    return { ...sources, result: (await underWay.current?.picture) ?? result }
  }
  const write = async (): Promise<void> => {
    setBusy(true)
    try {
      const file = await exportFile(choice, await resultInSize(), { shell, translate: t })
      const written = file === undefined ? null : await shell.exportFile(file)
      if (written === null) return
      announcer.tell('success', 'export.done', { name: written.name, folder: written.folder })
      close()
    } catch (error) {
      if (!(error instanceof JobCancelled)) announcer.fail(error)
    } finally {
      underWay.current = undefined
      setProgress(undefined)
      setBusy(false)
    }
  }
  const hasMetadata = choice.format === 'png' && (choice.content === 'result' || choice.content === 'warp')
  return (
    <Dialog
      title={t('export.title')}
      width={560}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('shell.cancel')}</Button>
          <Button tone="primary" focusOnShow disabled={busy} onPress={() => void write()}>
            {busy ? workingText(progress, t) : t('export.write')}
          </Button>
        </>
      }
    >
      <div className={styles['contents']} role="radiogroup" aria-label={t('export.what')}>
        {exportContents.map((content) => (
          <button
            key={content}
            type="button"
            role="radio"
            aria-checked={choice.content === content}
            disabled={!isAvailable(content, sources)}
            className={classNames(styles['content'], choice.content === content && styles['chosen'])}
            onClick={() => change({ content })}
          >
            <Icon name={words[content].icon} size={20} />
            <span>
              <strong>{t(words[content].title)}</strong>
              <small>{isAvailable(content, sources) ? t(words[content].text) : t('export.notYet')}</small>
            </span>
          </button>
        ))}
      </div>
      {hasFormatChoice(choice.content) ? (
        <div className={styles['format']}>
          {choice.content === 'result' ? (
            <Select
              label={t('export.size')}
              value={String(sizeIndex)}
              options={sizes.map(({ width, height }, index) => ({
                value: String(index),
                label: `${width} × ${height}`,
              }))}
              onChange={(index) => setSizeIndex(Number(index))}
            />
          ) : null}
          <Tabs
            label={t('export.format')}
            value={choice.format}
            tabs={[
              { value: 'png', label: 'PNG' },
              { value: 'jpeg', label: 'JPEG' },
            ]}
            onChange={(format) => change({ format })}
          />
          {choice.format === 'jpeg' ? (
            <Slider
              label={t('export.quality')}
              min={1}
              max={100}
              value={choice.quality}
              onChange={(quality) => change({ quality })}
            />
          ) : null}
          {hasMetadata ? (
            <Switch
              label={t('export.metadata')}
              checked={choice.metadata}
              onChange={(metadata) => change({ metadata })}
            />
          ) : null}
        </div>
      ) : null}
    </Dialog>
  )
}

function workingText(progress: number | undefined, t: Translate): string {
  return progress === undefined ? t('export.working') : t('export.making', { percent: Math.round(progress * 100) })
}
