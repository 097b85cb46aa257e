import { useLayoutEffect, useRef, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { classNames } from '../../shared/ui/class-names.ts'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { useResultHistory } from './result-history-context.ts'
import { drawPicture } from '../views/draw-picture.ts'
import type { KeptResult } from './result-history.ts'
import styles from './result-strip.module.css'

/** The pictures made so far, newest first: a click goes back to one, a pin keeps it. */
export function ResultStrip(): ReactElement {
  const t = useTranslate()
  const results = useObservable(useResultHistory().results)
  return (
    <div className={styles['strip']} role="region" aria-label={t('results.title')}>
      {results.length === 0 ? <span className={styles['hint']}>{t('results.empty')}</span> : null}
      <ul className={styles['list']}>
        {results.map((result, index) => (
          <Item key={result.id} result={result} number={results.length - index} />
        ))}
      </ul>
    </div>
  )
}

function Item({ result, number }: { readonly result: KeptResult; readonly number: number }): ReactElement {
  const t = useTranslate()
  const history = useResultHistory()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { image } = result.picture
  useLayoutEffect(() => {
    if (canvas.current !== null) drawPicture(canvas.current, image)
  }, [image])
  return (
    <li className={classNames(styles['item'], result.pinned && styles['pinned'])} data-testid="result-item">
      <button
        type="button"
        aria-label={t('results.goBack', { number })}
        title={t('results.goBack', { number })}
        onClick={() => history.restore(result.id)}
      >
        <canvas ref={canvas} />
      </button>
      <span className={styles['actions']}>
        <IconButton
          size="small"
          icon="pin"
          label={t(result.pinned ? 'results.unpin' : 'results.pin')}
          pressed={result.pinned}
          onPress={() => history.togglePin(result.id)}
        />
        <IconButton size="small" icon="close" label={t('results.remove')} onPress={() => history.remove(result.id)} />
      </span>
    </li>
  )
}
