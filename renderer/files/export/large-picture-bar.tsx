import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { Button } from '../../shared/ui/button.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { useLargePicture } from '../../synthesis/upscale/large-picture-context.ts'
import type { RenderedPicture } from '../../synthesis/results/live-results.ts'
import { useExportSources } from './export-context.ts'
import { exportFile } from './export-file.ts'
import styles from './large-picture-bar.module.css'

/**
 * A picture with more pixels: its progress while it is made, then what can be done with it. The picture itself lies on
 * the canvas.
 */
export function LargePictureBar(): ReactElement | null {
  const t = useTranslate()
  const large = useLargePicture()
  const save = useSavePicture()
  const keep = useKeepPicture()
  const state = useObservable(large.state)
  if (state.kind === 'none') return null
  if (state.kind === 'rendering')
    return (
      <div className={styles['bar']} role="status" data-testid="large-progress">
        <span>{t('large.rendering', { side: state.side })}</span>
        <progress
          max={100}
          value={Math.round(100 * state.progress)}
          aria-label={t('large.rendering', { side: state.side })}
        />
        <Button tone="quiet" onPress={() => large.cancel()}>
          {t('shell.cancel')}
        </Button>
      </div>
    )
  const { picture, milliseconds, current } = state
  const { width, height } = picture.image
  const seconds = (milliseconds / 1000).toFixed(1)
  return (
    <div className={styles['bar']} role="status" data-testid="large-done">
      <span>{t(current ? 'large.done' : 'large.outdated', { width, height, seconds })}</span>
      <Button
        tone="primary"
        onPress={() => {
          keep(picture)
          large.close()
        }}
      >
        {t('large.keep')}
      </Button>
      <Button onPress={() => void save(picture)}>{t('large.save')}</Button>
      <IconButton size="small" icon="close" label={t('shell.close')} onPress={() => large.close()} />
    </div>
  )
}

/** Lays the picture over the document as a layer of its own, in one step. */
function useKeepPicture(): (picture: RenderedPicture) => void {
  const t = useTranslate()
  const editor = useEditor()
  return ({ image }) => {
    const pictureId = `result-${crypto.randomUUID()}`
    editor.pictures.put(pictureId, image)
    editor.layers.addResult(t('large.title', { width: image.width, height: image.height }), pictureId)
  }
}

/** Asks where to and writes a picture as a PNG that says how it was made. */
function useSavePicture(): (picture: RenderedPicture) => Promise<void> {
  const translate = useTranslate()
  const shell = useShell()
  const announcer = useAnnouncer()
  const sources = useExportSources()
  return async (result) => {
    try {
      const choice = { content: 'result', format: 'png', quality: 100, metadata: true } as const
      const file = await exportFile(choice, { ...sources(), result }, { shell, translate })
      const written = file === undefined ? null : await shell.exportFile(file)
      if (written !== null) announcer.tell('success', 'export.done', { name: written.name, folder: written.folder })
    } catch (error) {
      announcer.fail(error)
    }
  }
}
