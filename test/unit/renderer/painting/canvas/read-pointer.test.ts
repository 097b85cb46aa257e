import { describe, expect, it } from 'vitest'

import { readPointer, type PointerReading } from '../../../../../renderer/painting/canvas/read-pointer.ts'
import { TouchGesture } from '../../../../../renderer/painting/canvas/touch-gesture.ts'

const reading = (clientX: number, clientY: number, change: Partial<PointerReading> = {}): PointerReading => ({
  clientX,
  clientY,
  pressure: 0.5,
  pointerType: 'mouse',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...change,
})

describe('pointer reading', () => {
  it('gives document pixels through pan, zoom and the area’s place in the window', () => {
    const viewport = { x: 100, y: 50, zoom: 2, rotation: 0 }
    expect(readPointer(reading(344, 130), { x: 44, y: 80 }, viewport, 1).at).toEqual({ x: 100, y: 0, pressure: 0.5 })
  })

  it('keeps all coalesced samples in order, and its own place where there are none', () => {
    const viewport = { x: 0, y: 0, zoom: 1, rotation: 0 }
    const samples = [reading(1, 1, { pressure: 0.1 }), reading(2, 3, { pressure: 0.9 })]
    const event = reading(2, 3, { pointerType: 'pen', getCoalescedEvents: () => samples })
    const pointer = readPointer(event, { x: 0, y: 0 }, viewport, 1)
    expect(pointer.samples.map(({ x, pressure }) => [x, pressure])).toEqual([
      [1, 0.1],
      [2, 0.9],
    ])
    expect(pointer.pointerType).toBe('pen')
    const alone = reading(5, 5, { getCoalescedEvents: () => [] })
    expect(readPointer(alone, { x: 0, y: 0 }, viewport, 1).samples).toHaveLength(1)
  })
})

describe('two fingers', () => {
  it('pan and zoom, while one finger does neither', () => {
    const calls: string[] = []
    const gesture = new TouchGesture({
      pan: ({ x, y }) => calls.push(`pan ${x} ${y}`),
      zoomAt: ({ x, y }, factor) => calls.push(`zoom ${x} ${y} ${factor}`),
    })
    gesture.down(1, { x: 0, y: 0 })
    gesture.move(1, { x: 5, y: 0 })
    expect([gesture.isActive, calls.length]).toEqual([false, 0])
    gesture.down(2, { x: 105, y: 0 })
    gesture.move(2, { x: 205, y: 0 })
    expect(calls).toEqual(['pan 50 0', 'zoom 105 0 2'])
    gesture.up(2)
    expect(gesture.isActive).toBe(false)
  })
})
