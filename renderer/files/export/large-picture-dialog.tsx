import { useLayoutEffect, useRef, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { useExportSources } from './export-context.ts'
import { exportFile } from './export-file.ts'
import { useLargePicture } from '../../synthesis/upscale/large-picture-context.ts'
import type { RenderedPicture } from '../../synthesis/results/live-results.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { drawPicture } from '../../synthesis/views/draw-picture.ts'
import styles from './large-picture.module.css'

/** A picture of more pixels: its progress while it is made, then itself, to be saved. */
export function LargePictureDialog(): ReactElement | null {
  const t = useTranslate()
  const large = useLargePicture()
  const save = useSavePicture()
  const state = useObservable(large.state)
  const canvas = useRef<HTMLCanvasElement>(null)
  const image = state.kind === 'done' ? state.picture.image : undefined
  useLayoutEffect(() => {
    if (canvas.current !== null && image !== undefined) drawPicture(canvas.current, image)
  }, [image])
  if (state.kind === 'none') return null
  if (state.kind === 'rendering') {
    const percent = Math.round(100 * state.progress)
    return (
      <div className={styles['progress']} role="status" data-testid="large-progress">
        <span>{t('large.rendering', { side: state.side })}</span>
        <progress max={100} value={percent} aria-label={t('large.rendering', { side: state.side })} />
        <Button tone="quiet" onPress={() => large.cancel()}>
          {t('shell.cancel')}
        </Button>
      </div>
    )
  }
  const { width, height } = state.picture.image
  const drawn = state.picture.settings.size
  return (
    <Dialog
      title={t('large.title', { width, height })}
      width={760}
      onClose={() => large.close()}
      actions={
        <>
          <Button tone="quiet" onPress={() => large.close()}>
            {t('shell.close')}
          </Button>
          <Button tone="primary" focusOnShow onPress={() => void save(state.picture)}>
            {t('large.save')}
          </Button>
        </>
      }
    >
      <canvas
        ref={canvas}
        className={styles['picture']}
        role="img"
        aria-label={t('views.result')}
        data-testid="large-picture"
      />
      <p className={styles['facts']}>{t('large.took', { seconds: (state.milliseconds / 1000).toFixed(1) })}</p>
      {drawn.width === width && drawn.height === height ? null : (
        <p className={styles['facts']}>{t('large.enlarged', { width: drawn.width, height: drawn.height })}</p>
      )}
    </Dialog>
  )
}

/** Writes a picture into a PNG that tells how it was made, where the user says. */
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
