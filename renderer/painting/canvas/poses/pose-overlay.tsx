import { Fragment, useRef, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { LIMBS } from '../../../../electron/contract/poses/body-18.ts'
import { useTranslate } from '../../../i18n/translation.tsx'
import { currentPose } from '../../../model/document/current-pose.ts'
import { selectDocument } from '../../../model/document/document-selectors.ts'
import { detailOf } from '../../../model/poses/details.ts'
import { isHidden } from '../../../model/poses/hide-joint.ts'
import { seenPerson, type Person } from '../../../model/poses/person.ts'
import type { Body } from '../../../model/poses/skeleton.ts'
import type { Point } from '../../../model/raster/geometry.ts'
import { useObservable } from '../../../shared/lib/use-observable.ts'
import { classNames } from '../../../shared/ui/class-names.ts'
import { useEditor } from '../../editor/editor-context.ts'
import { withDragged } from '../../editor/handle-drag.ts'
import { selectToolSettings } from '../../tools/tools-slice.ts'
import { toScreen } from '../../viewport/viewport.ts'
import { JOINT_NAMES } from '../../poses/joint-names.ts'
import { frameOf } from '../../poses/person-frame.ts'
import { DetailPoints } from './detail-points.tsx'
import styles from './pose-overlay.module.css'

/**
 * What the pose tool shows over the canvas: a button for every joint, so that keys and screen readers reach them (the pointer
 * goes through to the tool), the chosen person's frame, and the pose before the last change.
 */
export function PoseOverlay(): ReactElement | null {
  const { tools } = useEditor()
  const tool = useObservable(tools.active)
  return tool === 'pose' ? <ShownOverlay /> : null
}

function ShownOverlay(): ReactElement | null {
  const t = useTranslate()
  const { handles, poses, viewport: viewportStore } = useEditor()
  const viewport = useObservable(viewportStore)
  const committed = useSelector(selectDocument)
  const dragged = useObservable(handles.dragged)
  const selection = useObservable(poses.selection)
  const previous = useObservable(poses.previous)
  const { onionSkin } = useSelector(selectToolSettings)
  const enteredRef = useRef(false)
  const people = currentPose(withDragged(committed, dragged))?.people
  if (people === undefined) return null
  const screen = (point: Point): Point => toScreen(viewport, point)
  const chosen = selection === undefined ? undefined : people[selection.person]
  return (
    <div className={styles['overlay']} role="group" aria-label={t('layer.kind.pose')} data-testid="pose-overlay">
      <svg className={styles['lines']} aria-hidden="true">
        {onionSkin
          ? previous.map((person, index) => <Ghost key={index} body={seenPerson(person).body} screen={screen} />)
          : null}
        {chosen === undefined ? null : <Frame person={chosen} zoom={viewport.zoom} screen={screen} />}
      </svg>
      {people.map((person, index) =>
        person.body.map((point, joint) => {
          const name = JOINT_NAMES[joint]
          if (point === null || name === undefined) return null
          const { x, y } = screen({ x: point[0], y: point[1] })
          const hidden = isHidden(person, joint)
          const label = t(hidden ? 'pose.hiddenJointOf' : 'pose.jointOf', { joint: t(name), person: index + 1 })
          const isChosen = selection?.person === index && selection.joint === joint
          const detail = detailOf(person, joint)
          const select = (): void => poses.select({ person: index, joint })
          return (
            <Fragment key={`${String(index)}-${String(joint)}`}>
              <button
                type="button"
                className={classNames(
                  styles['joint'],
                  hidden && styles['hidden'],
                  isChosen && selection.detail === undefined && styles['chosen'],
                )}
                style={{ left: x, top: y }}
                aria-label={label}
                aria-description={detail === undefined ? undefined : t('pose.enterDetail')}
                aria-pressed={isChosen}
                onFocus={select}
                onClick={select}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || detail === undefined) return
                  event.preventDefault()
                  const point = person[detail]?.findIndex((place) => place !== null) ?? -1
                  enteredRef.current = true
                  poses.select({ person: index, joint, detail: { detail, point } })
                }}
              />
              {isChosen && selection.detail !== undefined && selection.detail.detail === detail ? (
                <DetailPoints
                  detail={detail}
                  person={person}
                  index={index}
                  chosen={selection.detail.point}
                  enteredRef={enteredRef}
                  screen={screen}
                />
              ) : null}
            </Fragment>
          )
        }),
      )}
    </div>
  )
}

type ToScreen = (point: Point) => Point

function Ghost({ body, screen }: { readonly body: Body; readonly screen: ToScreen }): ReactElement {
  const place = (joint: number): Point | undefined => {
    const point = body[joint] ?? null
    return point === null ? undefined : screen({ x: point[0], y: point[1] })
  }
  return (
    <g className={styles['ghost']} data-testid="onion-skin">
      {LIMBS.map(([from, to]) => {
        const start = place(from)
        const end = place(to)
        if (start === undefined || end === undefined) return null
        return <line key={`${String(from)}-${String(to)}`} x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
      })}
    </g>
  )
}

interface FrameProps {
  readonly person: Person
  readonly zoom: number
  readonly screen: ToScreen
}

function Frame({ person, zoom, screen }: FrameProps): ReactElement | null {
  const frame = frameOf(person, zoom)
  if (frame === undefined) return null
  const corners = frame.corners.map(screen)
  const turn = screen(frame.turn)
  return (
    <g className={styles['frame']}>
      <polygon points={corners.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')} />
      {corners.map(({ x, y }, corner) => (
        <rect key={corner} x={x - 4} y={y - 4} width={8} height={8} />
      ))}
      <circle cx={turn.x} cy={turn.y} r={5} />
    </g>
  )
}
