import { useEffect, useRef, type ReactElement } from 'react'

import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import { useTranslate } from '../../../i18n/translation.tsx'
import { useAnnouncer } from '../../../shared/notices/announcer-context.ts'
import { useObservable } from '../../../shared/lib/use-observable.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Icon } from '../../../shared/ui/icon.tsx'
import { useImport } from '../import-context.ts'
import type { PhotoOffer } from './photo-offer.ts'
import styles from './photo-offers.module.css'
import { usePhotoOffers } from './photo-offers-context.ts'

/** Asks what a dropped or pasted photo is for. */
export function PhotoOffersDialog(): ReactElement | null {
  const t = useTranslate()
  const files = useImport()
  const announcer = useAnnouncer()
  const offers = usePhotoOffers()
  const offered = useObservable(files.offered)
  if (offered === undefined) return null
  const { photos, preview } = offered
  const name = photos[0]?.name ?? ''
  const close = (): void => files.offered.set(undefined)
  const take = (offer: PhotoOffer): void => {
    close()
    void announcer.attempt(() => offer.take(photos))
  }
  return (
    <Dialog
      title={photos.length > 1 ? t('photoOffer.titleMany', { name, count: photos.length - 1 }) : name}
      onClose={close}
      actions={<Button onPress={close}>{t('shell.cancel')}</Button>}
    >
      <div className={styles['columns']}>
        <Preview picture={preview} />
        <ul className={styles['offers']} aria-label={t('photoOffer.offers')}>
          {offers.map((offer, index) => (
            <li key={offer.id}>
              <button
                type="button"
                className={styles['offer']}
                data-focus-on-show={index === 0 ? true : undefined}
                onClick={() => take(offer)}
              >
                <Icon name={offer.icon} size={20} />
                <span>
                  <span className={styles['name']}>{t(offer.title)}</span>
                  <span className={styles['text']}>{t(offer.text)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

function Preview({ picture }: { readonly picture: RgbImage }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context === undefined || context === null) return
    const { width, height, data } = picture
    context.canvas.width = width
    context.canvas.height = height
    const pixels = context.createImageData(width, height)
    for (let index = 0; index < width * height; index += 1) {
      pixels.data.set(data.subarray(3 * index, 3 * index + 3), 4 * index)
      pixels.data[4 * index + 3] = 255
    }
    context.putImageData(pixels, 0, 0)
  }, [picture])
  return <canvas ref={canvas} className={styles['preview']} aria-hidden="true" />
}
