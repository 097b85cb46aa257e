import type { ReactElement } from 'react'

import { LIMBS } from '../../../electron/contract/poses/body-18.ts'
import type { PosePeople } from '../../../electron/contract/poses/pose-people.ts'
import { boundsOf } from '../../model/poses/transform-body.ts'

const SIDE = 64
const MARGIN = 6

/** The first person of a pose as a small drawing. */
export function PoseThumbnail({ people }: Pick<PosePeople, 'people'>): ReactElement {
  const body = people[0]?.body ?? []
  const bounds = boundsOf(body) ?? { left: 0, top: 0, right: 1, bottom: 1 }
  const extent = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top, 1)
  const scale = (SIDE - 2 * MARGIN) / extent
  const place = (joint: number): readonly [number, number] | undefined => {
    const point = body[joint] ?? null
    if (point === null) return undefined
    return [
      SIDE / 2 + (point[0] - (bounds.left + bounds.right) / 2) * scale,
      SIDE / 2 + (point[1] - (bounds.top + bounds.bottom) / 2) * scale,
    ]
  }
  return (
    <svg viewBox={`0 0 ${String(SIDE)} ${String(SIDE)}`} aria-hidden="true">
      {LIMBS.map(([from, to], limb) => {
        const start = place(from)
        const end = place(to)
        if (start === undefined || end === undefined) return null
        return (
          <line
            key={limb}
            x1={start[0]}
            y1={start[1]}
            x2={end[0]}
            y2={end[1]}
            stroke={`hsl(${String(Math.round((360 * limb) / LIMBS.length))} 75% 50%)`}
            strokeWidth={3}
            strokeLinecap="round"
          />
        )
      })}
    </svg>
  )
}
