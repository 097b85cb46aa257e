import { useEffect, useRef, type KeyboardEvent, type ReactElement, type RefObject } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { type Detail, jointOf } from '../../../model/poses/details.ts'
import type { Person } from '../../../model/poses/person.ts'
import type { Point } from '../../../model/raster/geometry.ts'
import { classNames } from '../../../shared/ui/class-names.ts'
import { useEditor } from '../../editor/editor-context.ts'
import { detailName, detailPointName } from '../../poses/detail-names.ts'
import styles from './pose-overlay.module.css'

interface DetailPointsProps {
  readonly detail: Detail
  readonly person: Person
  readonly index: number
  /** The chosen point. */
  readonly chosen: number
  /** Whether they were asked for by key: the first one then takes the focus. */
  readonly enteredRef: RefObject<boolean>
  readonly screen: (point: Point) => Point
}

/** The points of a hand or a face as buttons, so that keys reach them; Escape goes back to the joint before them. */
export function DetailPoints({ detail, person, index, chosen, enteredRef, screen }: DetailPointsProps): ReactElement {
  const t = useTranslate()
  const { poses } = useEditor()
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (enteredRef.current) group.current?.querySelector('button')?.focus()
    enteredRef.current = false
  }, [enteredRef])
  const points = person[detail] ?? []
  const choose = (point: number): void =>
    poses.select({ person: index, joint: jointOf(detail), detail: { detail, point } })
  const name = (part: string): string => t('pose.jointOf', { joint: part, person: index + 1 })
  const leave = (event: KeyboardEvent<HTMLElement>): void => {
    const joint = event.currentTarget.previousElementSibling
    if (event.key !== 'Escape' || !(joint instanceof HTMLElement)) return
    event.preventDefault()
    joint.focus()
  }
  return (
    <div ref={group} role="group" aria-label={name(detailName(t, detail))} onKeyDown={leave}>
      {points.map((place, point) => {
        if (place === null) return null
        const { x, y } = screen({ x: place[0], y: place[1] })
        return (
          <button
            key={point}
            type="button"
            className={classNames(styles['point'], point === chosen && styles['chosen'])}
            style={{ left: x, top: y }}
            aria-label={name(detailPointName(t, detail, point, points.length))}
            aria-pressed={point === chosen}
            onFocus={() => choose(point)}
            onClick={() => choose(point)}
          />
        )
      })}
    </div>
  )
}
