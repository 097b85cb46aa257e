import { useEffect, useLayoutEffect, useRef, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { className, shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import { useExemplars } from '../exemplars/exemplars-context.ts'
import { useResults } from '../results/results-context.ts'
import { useInspector } from './inspector-context.ts'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { classMapOf } from '../../../electron/contract/class-maps.ts'
import { classNameAt } from './class-name-at.ts'
import type { Inspection } from './correspondence-inspector.ts'
import { lendingExemplar } from './lending-exemplar.ts'
import { drawHeat, drawPicture } from '../views/draw-picture.ts'
import { confidenceToggled, selectViews } from '../views/views-slice.ts'
import styles from './inspector.module.css'
import { ReverseHeat } from './reverse-heat.tsx'

/** Where points of the picture come from, on the exemplar. */
export function InspectorPanel(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const inspector = useInspector()
  const { active: activeExemplar } = useExemplars()
  const results = useResults()
  const active = useObservable(inspector.active)
  const inspection = useObservable(inspector.inspection)
  const picture = useObservable(results.picture)
  const status = useObservable(activeExemplar.status)
  const { showsConfidence } = useSelector(selectViews)
  const region = inspection?.result.region
  const lending = inspection === undefined ? undefined : lendingExemplar(inspection.picture, region)
  const image = lending?.exemplar.image ?? (status.kind === 'ready' ? status.ready.image : undefined)
  const canvas = useRef<HTMLCanvasElement>(null)
  const end = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    if (canvas.current !== null && image !== undefined) drawPicture(canvas.current, image)
  }, [image, active])
  const answered = inspection !== undefined
  useEffect(() => {
    if (active) end.current?.scrollIntoView({ block: 'nearest' })
  }, [active, answered])
  return (
    <>
      <Switch label={t('inspector.toggle')} checked={active} onChange={() => inspector.toggle()} />
      <Switch
        label={t('inspector.confidenceOverlay')}
        checked={showsConfidence}
        onChange={() => dispatch(confidenceToggled())}
      />
      {!active ? null : image === undefined || picture === undefined ? (
        <EmptyState icon="target" text={t('inspector.empty')} />
      ) : (
        <>
          <div
            className={styles['stage']}
            data-testid="inspector-exemplar"
            onPointerDown={(event) => {
              const box = event.currentTarget.getBoundingClientRect()
              const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
              void inspector.askReverse(at, region)
            }}
          >
            <canvas
              ref={canvas}
              className={
                inspection === undefined ? styles['photo'] : `${styles['photo'] ?? ''} ${styles['dimmed'] ?? ''}`
              }
              role="img"
              aria-label={t('views.exemplar')}
            />
            {inspection === undefined ? null : <Heat inspection={inspection} />}
          </div>
          {inspection === undefined ? null : <Facts inspection={inspection} />}
          <ReverseHeat />
          <p ref={end} className={styles['hint']}>
            {t('inspector.hint')}
          </p>
        </>
      )}
    </>
  )
}

function Heat({ inspection }: { readonly inspection: Inspection }): ReactElement {
  const t = useTranslate()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { heat, bestMatch } = inspection.result
  const { width, height } = lendingExemplar(inspection.picture, inspection.result.region).exemplar.image
  useLayoutEffect(() => {
    if (canvas.current !== null) drawHeat(canvas.current, heat)
  }, [heat])
  return (
    <>
      <canvas
        ref={canvas}
        className={styles['heat']}
        role="img"
        aria-label={t('inspector.heat')}
        data-testid="heat-map"
      />
      <span
        className={styles['match']}
        style={{ left: `${(100 * bestMatch.x) / width}%`, top: `${(100 * bestMatch.y) / height}%` }}
        data-testid="best-match"
      />
    </>
  )
}

function Facts({ inspection }: { readonly inspection: Inspection }): ReactElement {
  const t = useTranslate()
  const classes = useSelector(selectClasses)
  const { point, picture, result } = inspection
  const entries = useObservable(useExemplars().library.entries)
  const { exemplar, exemplarIds } = lendingExemplar(picture, result.region)
  const { image, condition } = exemplar
  const titles = exemplarIds.flatMap((id) => entries.find((entry) => entry.id === id) ?? [])
  const { condition: layout } = picture.settings
  const drawn = classMapOf(layout)
  const shown = classMapOf(condition)
  const from = drawn === undefined ? '' : className(t, classNameAt(drawn, point.x, point.y, drawn, classes))
  const { x, y } = result.bestMatch
  const to = shown === undefined ? '' : className(t, classNameAt(shown, x, y, image, classes))
  return (
    <dl className={styles['facts']}>
      <dt>{t('inspector.point')}</dt>
      <dd>
        {point.x}, {point.y} {from}
      </dd>
      {picture.regions === undefined ? null : (
        <>
          <dt>{t('layers.fromPhoto')}</dt>
          <dd>{titles.map((entry) => shippedTitle(t, entry)).join(', ')}</dd>
        </>
      )}
      <dt>{t('inspector.match')}</dt>
      <dd>
        {Math.round(result.bestMatch.x)}, {Math.round(result.bestMatch.y)} {to}
      </dd>
      <dt>{t('inspector.confidence')}</dt>
      <dd>{t('palette.share', { percent: Math.round(100 * result.confidence) })}</dd>
    </dl>
  )
}
