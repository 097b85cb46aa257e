import { useEffect, useState, type ReactElement } from 'react'

import type { ExemplarEntry, PhotoFrame } from '../../../../electron/contract/exemplar-library.ts'
import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import { useTranslate } from '../../../i18n/translation.tsx'
import { useObservable } from '../../../shared/lib/use-observable.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Slider } from '../../../shared/ui/slider.tsx'
import { useAnnouncer } from '../../../shared/notices/announcer-context.ts'
import { useExemplars } from '../../../synthesis/exemplars/exemplars-context.ts'
import { usePacks } from '../../../synthesis/packs/packs-context.ts'
import { LoseLabelsDialog } from '../../correction/lose-labels-dialog.tsx'
import { FramePreview } from './frame-preview.tsx'
import { insidePhoto, isWhole, sameFrame, wholePhoto } from './photo-frame.ts'

/** Of the photo in the dialog, in pixels. */
const PREVIEW_SIDE = 560
const LARGEST_ANGLE = 15

interface FrameDialogProps {
  readonly entry: ExemplarEntry
  readonly onClose: () => void
}

/**
 * Chooses the part of a photo that is used: a box, and an angle that straightens the horizon. The photo itself stays
 * unchanged.
 */
export function FrameDialog({ entry, onClose }: FrameDialogProps): ReactElement {
  const t = useTranslate()
  const { library, takeAgain } = useExemplars()
  const packs = usePacks()
  const announcer = useAnnouncer()
  const [photo, setPhoto] = useState<RgbImage>()
  const [frame, setFrame] = useState<PhotoFrame>(entry.frame ?? wholePhoto)
  useEffect(() => {
    let current = true
    void announcer
      .attempt(() => library.original(entry.id, PREVIEW_SIDE))
      .then((image) => {
        if (current) setPhoto(image)
      })
    return () => {
      current = false
    }
  }, [announcer, library, entry.id])
  const manifest = useObservable(packs.manifest)
  const [asksForLabels, setAsksForLabels] = useState(false)
  const chosen = photo === undefined ? frame : insidePhoto(frame, photo)
  const wish = async (): Promise<void> => {
    await announcer.attempt(async () => {
      const corrected = manifest !== undefined && (await library.readings.isCorrected(entry.id, manifest))
      if (corrected && !sameFrame(chosen, entry.frame ?? wholePhoto)) setAsksForLabels(true)
      else await use()
    })
  }
  const use = async (): Promise<void> => {
    await announcer.attempt(async () => {
      await library.frame(entry.id, isWhole(chosen) ? null : chosen)
      await takeAgain()
    })
    onClose()
  }
  if (asksForLabels) {
    return (
      <LoseLabelsDialog
        text={t('exemplar.loseByFrame')}
        onLose={() => void use()}
        onClose={() => setAsksForLabels(false)}
      />
    )
  }
  return (
    <Dialog
      title={t('exemplar.frame')}
      onClose={onClose}
      width={PREVIEW_SIDE + 48}
      actions={
        <>
          <Button onPress={() => setFrame(wholePhoto)}>{t('exemplar.wholePhoto')}</Button>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" disabled={photo === undefined} onPress={() => void wish()}>
            {t('exemplar.useFrame')}
          </Button>
        </>
      }
    >
      {photo === undefined ? (
        <p>{t('exemplar.loading')}</p>
      ) : (
        <FramePreview photo={photo} frame={insidePhoto(frame, photo)} onChange={setFrame} />
      )}
      <Slider
        label={t('exemplar.angle')}
        value={frame.angle}
        min={-LARGEST_ANGLE}
        max={LARGEST_ANGLE}
        step={0.5}
        unit="°"
        onChange={(angle) => setFrame({ ...frame, angle })}
      />
    </Dialog>
  )
}
