import { describe, expect, it } from 'vitest'

import { cutByDisc, withoutTouched } from '../../../../../renderer/model/lines/erase-lines.ts'
import { linePartTable } from '../../../../../renderer/model/lines/line-parts.ts'
import { conditionOfStrokes, strokesOfCondition } from '../../../../../renderer/model/lines/lines-condition.ts'
import { masksOfLines } from '../../../../../renderer/model/tracing/lines-to-masks.ts'
import { outlinesOfParts, partClasses } from '../../../../../renderer/model/tracing/masks-to-lines.ts'
import { mirroredStroke } from '../../../../../renderer/model/lines/mirror-lines.ts'
import { grabLine, pulledLine } from '../../../../../renderer/model/lines/pull-line.ts'
import { smoothedPath } from '../../../../../renderer/model/lines/smooth-path.ts'
import { linePartSchema, type LinePoint, type Stroke } from '../../../../../renderer/model/lines/stroke.ts'
import { linesThroughEdges } from '../../../../../renderer/model/tracing/trace-edges.ts'
import { outlinesOf } from '../../../../../renderer/model/tracing/trace-outlines.ts'
import { conditionSchema } from '../../../../../electron/contract/condition.ts'

const line = (points: LinePoint[], part: Stroke['part'] = 'nose', closed = false): Stroke => ({ part, points, closed })
const level = line([
  [0, 10],
  [100, 10],
])
const square = line(
  [
    [10, 10],
    [50, 10],
    [50, 50],
    [10, 50],
  ],
  'skin',
  true,
)
const faceClasses = ['background', 'skin', 'nose', 'left eye', 'right eye', 'mouth', 'hair'].map((name, id) => ({
  id,
  name,
  colour: [id, id, id] as [number, number, number],
  channel: id,
  aliases: [],
}))

describe('smoothing', () => {
  it('takes the tremble out, keeps both ends, and needs few points', () => {
    const trembling = Array.from({ length: 60 }, (_, x): LinePoint => [x, 20 + (x % 2)])
    const smooth = smoothedPath(trembling, 12)
    expect(smooth[0]).toEqual([0, 20])
    expect(smooth.at(-1)).toEqual([59, 21])
    expect(smooth.length).toBeLessThan(12)
    for (const [, y] of smooth) expect(Math.abs(y - 20.5)).toBeLessThanOrEqual(0.5)
  })

  // Bug it would catch: a quick stroke, which has few samples, cut flat at its corner where a slow one is not.
  it('does about the same to a quick and to a slow hand', () => {
    const slow = Array.from({ length: 81 }, (_, at): LinePoint => (at <= 40 ? [at, 0] : [40, at - 40]))
    const quick = [slow[0], slow[40], slow[80]].flatMap((point) => (point === undefined ? [] : [point]))
    const nearest = (path: readonly LinePoint[]): number => Math.min(...path.map(([x, y]) => Math.hypot(x - 40, y)))
    expect(nearest(smoothedPath(quick, 12))).toBeCloseTo(nearest(smoothedPath(slow, 12)), 0)
  })
})

describe('erasing', () => {
  it('takes a whole line that is touched, and no other', () => {
    const other = line([
      [0, 60],
      [100, 60],
    ])
    expect(withoutTouched([level, other], [50, 14], 5)).toEqual([other])
    expect(withoutTouched([level, other], [50, 30], 5)).toEqual([level, other])
  })

  it('cuts a line in two where the eraser was', () => {
    const [left, right] = cutByDisc([level], [50, 10], 5)
    expect(left?.points).toEqual([
      [0, 10],
      [45, 10],
    ])
    expect(right?.points).toEqual([
      [55, 10],
      [100, 10],
    ])
  })

  // Bugs it would catch: an opened outline that is still filled, and one that falls apart at the point where it was begun.
  it('opens a closed line and leaves the rest of it in one piece', () => {
    const opened = cutByDisc([square], [30, 50], 5)
    expect(opened).toHaveLength(1)
    expect(opened[0]?.closed).toBe(false)
    expect(opened[0]?.points[0]).toEqual([25, 50])
    expect(opened[0]?.points.at(-1)).toEqual([35, 50])
  })

  it('leaves nothing of a line that lies inside the eraser', () => {
    const short = line([
      [48, 10],
      [52, 10],
    ])
    expect(cutByDisc([short], [50, 10], 5)).toEqual([])
  })
})

describe('pulling a line', () => {
  it('bends it around the grabbed place and leaves what is farther than the reach', () => {
    const pulled = pulledLine(grabLine(level, [50, 10]), [0, 20], 30)
    const at = (x: number): number =>
      pulled.points.reduce((near, point) => (Math.abs(point[0] - x) < Math.abs(near[0] - x) ? point : near))[1]
    expect(at(50)).toBeCloseTo(30, 0)
    expect(at(0)).toBe(10)
    expect(pulled.points[0]).toEqual([0, 10])
    expect(pulled.points.at(-1)).toEqual([100, 10])
  })

  // Bug it would catch: an outline that tears where its first point meets its last.
  it('goes round the beginning of a closed line', () => {
    const pulled = pulledLine(grabLine(square, [10, 10]), [-6, -6], 20)
    expect(pulled.closed).toBe(true)
    const moved = pulled.points.filter(([x, y]) => x < 9.5 || y < 9.5)
    expect(moved.some(([x]) => x < 10)).toBe(true)
    expect(moved.some(([, y]) => y < 10)).toBe(true)
  })
})

describe('mirroring', () => {
  it('swaps the sides of the person, and twice is nothing', () => {
    const brow = line([[20, 30]], 'left brow')
    expect(mirroredStroke(brow, 256)).toEqual(line([[236, 30]], 'right brow'))
    for (const part of linePartSchema.options) expect(linePartTable[linePartTable[part].mirrored].mirrored).toBe(part)
  })
})

describe('the condition', () => {
  it('is one that the contract takes, and gives the same lines back at another size', () => {
    const strokes = [square, line([[5, 5]], 'lid')]
    const condition = conditionOfStrokes(strokes, { width: 256, height: 256 })
    expect(conditionSchema.parse(condition)).toEqual(condition)
    expect(condition.lines.map(({ part }) => part)).toEqual(['skin', 'other'])
    const [again] = strokesOfCondition(condition, { width: 256, height: 256 })
    expect(again).toEqual(square)
    const [doubled] = strokesOfCondition(condition, { width: 512, height: 512 })
    expect(doubled?.points[2]).toEqual([100, 100])
  })
})

describe('between masks and edges', () => {
  const size = { width: 64, height: 64 }
  const painted = (paint: (x: number, y: number) => number): { width: number; height: number; data: Uint8Array } => ({
    ...size,
    data: Uint8Array.from({ length: 64 * 64 }, (_, at) => paint(at % 64, Math.floor(at / 64))),
  })

  it('outlines follow the border of an area, with its holes', () => {
    const ring = painted((x, y) => {
      const away = Math.hypot(x - 31.5, y - 31.5)
      return away < 26 && away > 10 ? 1 : 0
    })
    const outlines = outlinesOf(ring, 'hair')
    expect(outlines).toHaveLength(2)
    for (const { points, closed } of outlines) {
      expect(closed).toBe(true)
      expect(points.length).toBeLessThan(60)
      for (const [x, y] of points) {
        const away = Math.hypot(x - 32, y - 32)
        expect(Math.min(Math.abs(away - 26), Math.abs(away - 10))).toBeLessThan(1.2)
      }
    }
  })

  // Bug it would catch: two areas that touch at a corner, whose outline runs through itself and vanishes when it is filled.
  it('areas that touch at a corner alone stay two', () => {
    const corners = painted((x, y) => ((x < 20 && y < 20) || (x >= 20 && x < 40 && y >= 20 && y < 40) ? 1 : 0))
    expect(outlinesOf(corners, 'hair')).toHaveLength(2)
  })

  it('masks become edges and come back with little loss, the face whole beneath its parts', () => {
    const face = painted((x, y) => {
      if (Math.hypot(x - 32, y - 34) >= 24) return y < 24 ? 6 : 0
      if (Math.hypot(x - 22, y - 28) < 4) return 4
      if (Math.hypot(x - 42, y - 28) < 4) return 3
      return Math.hypot(x - 32, y - 36) < 5 ? 2 : 1
    })
    const strokes = outlinesOfParts(face, partClasses(faceClasses))
    expect(strokes.filter(({ part }) => part === 'skin')).toHaveLength(1)
    const back = masksOfLines(strokes, size, faceClasses)
    const same = face.data.reduce(
      (sum, id, at) => sum + (id === (back?.data[at] === 255 ? 0 : back?.data[at]) ? 1 : 0),
      0,
    )
    expect(same / face.data.length).toBeGreaterThan(0.97)
  })

  it('makes no masks of open lines, nor of parts that the pack has no class for', () => {
    expect(masksOfLines([level], size, faceClasses)).toBeUndefined()
    expect(masksOfLines([{ ...square, part: 'eyeglasses' }], size, faceClasses)).toBeUndefined()
  })
})

describe('edges of a photo', () => {
  it('become lines, each pixel in one of them, specks left out', () => {
    const size = { width: 40, height: 40 }
    const edges = new Uint8Array(40 * 40)
    for (let x = 5; x < 30; x += 1) edges[10 * 40 + x] = 1
    for (let y = 20; y < 35; y += 1) edges[y * 40 + 20] = 1
    edges[38 * 40 + 38] = 1
    const lines = linesThroughEdges(edges, size, 'other')
    expect(lines).toHaveLength(2)
    expect(lines[0]?.points[0]).toEqual([5.5, 10.5])
    expect(lines[0]?.points.at(-1)).toEqual([29.5, 10.5])
  })
})
