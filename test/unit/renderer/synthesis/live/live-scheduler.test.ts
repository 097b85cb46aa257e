import { describe, expect, it } from 'vitest'

import { LiveScheduler } from '../../../../../renderer/synthesis/live/live-scheduler.ts'

/** A scheduler whose host answers when the test says so. */
function scheduled(): { scheduler: LiveScheduler; begun: number[]; cancelled: number[] } {
  const begun: number[] = []
  const cancelled: number[] = []
  const scheduler = new LiveScheduler({
    begin: (revision) => begun.push(revision) > 0,
    cancel: (revision) => cancelled.push(revision),
    now: () => 0,
  })
  return { scheduler, begun, cancelled }
}

describe('live scheduler', () => {
  // Bug it would catch: a queue of pictures that nobody wants to see any more.
  it('makes one picture at a time, and next the newest of all changes since', () => {
    const { scheduler, begun } = scheduled()
    for (let change = 0; change < 5; change += 1) scheduler.documentChanged()
    expect(begun).toEqual([1])
    scheduler.pictureArrived(1)
    expect(begun).toEqual([1, 5])
    scheduler.pictureArrived(5)
    expect(begun).toEqual([1, 5])
    expect(scheduler.state.get()).toMatchObject({ phase: 'idle', outdated: false })
  })

  // Bug it would catch: the old photo's picture flashing up after another photo was chosen.
  it('drops what shows another photo or document, and asks for it to be stopped', () => {
    const { scheduler, begun, cancelled } = scheduled()
    scheduler.documentChanged()
    scheduler.subjectChanged()
    expect(cancelled).toEqual([1])
    expect(scheduler.warpArrived(1)).toBe(false)
    expect(scheduler.pictureArrived(1)).toBe(false)
    expect(begun).toEqual([1, 2])
    expect(scheduler.pictureArrived(1)).toBe(false)
    expect(scheduler.pictureArrived(2)).toBe(true)
  })

  it('waits for the pen in pen-up mode, for a wish in manual mode, and for neither when asked', () => {
    const { scheduler, begun } = scheduled()
    scheduler.setMode('pen-up')
    scheduler.penDown()
    scheduler.documentChanged()
    expect(begun).toEqual([])
    scheduler.penUp()
    expect(begun).toEqual([1])
    scheduler.pictureArrived(1)
    scheduler.setMode('manual')
    scheduler.documentChanged()
    expect(begun).toEqual([1])
    scheduler.renderNow()
    expect(begun).toEqual([1, 2])
  })

  // Bugs it would catch: the end of a stroke that waits for a picture of its beginning; a painter of quick strokes who never
  // sees a picture, because each stroke stops the one before.
  it('lets a picture of half a stroke go when the pen goes up, and no other', () => {
    const { scheduler, begun, cancelled } = scheduled()
    scheduler.penDown()
    scheduler.documentChanged()
    scheduler.documentChanged()
    scheduler.penUp()
    expect(cancelled).toEqual([1])
    scheduler.cancelled(1)
    expect(begun).toEqual([1, 2])
    scheduler.penDown()
    scheduler.documentChanged()
    scheduler.penUp()
    expect(cancelled, 'begun with the pen up').toEqual([1])
    scheduler.pictureArrived(2)
    scheduler.penDown()
    scheduler.documentChanged()
    scheduler.pictureArrived(3)
    expect(begun).toEqual([1, 2, 3, 4])
    scheduler.penUp()
    expect(cancelled, 'it shows the whole stroke').toEqual([1])
  })

  it('stops when paused and goes on with what changed meanwhile', () => {
    const { scheduler, begun, cancelled } = scheduled()
    scheduler.documentChanged()
    scheduler.pause()
    scheduler.cancelled(1)
    scheduler.documentChanged()
    expect([begun, cancelled, scheduler.state.get().phase]).toEqual([[1], [1], 'paused'])
    scheduler.resume()
    expect(begun).toEqual([1, 2])
  })

  // Bug it would catch: Esc that paused everything, with hardly a sign, instead of giving up the picture.
  it('gives up the picture under way when asked, and makes one again after the next change', () => {
    const { scheduler, begun, cancelled } = scheduled()
    expect(scheduler.giveUp(), 'nothing is under way').toBe(false)
    scheduler.documentChanged()
    scheduler.documentChanged()
    expect(scheduler.giveUp()).toBe(true)
    scheduler.cancelled(1)
    expect([begun, cancelled]).toEqual([[1], [1]])
    expect(scheduler.state.get()).toMatchObject({ phase: 'idle', outdated: true })
    scheduler.documentChanged()
    expect(begun).toEqual([1, 3])
  })

  // Bug it would catch: a pill that says "up to date" while nobody is left to make pictures.
  it('shows that the host is gone although nothing was under way, until a picture comes', () => {
    const { scheduler } = scheduled()
    scheduler.documentChanged()
    scheduler.pictureArrived(1)
    scheduler.hostLost('Choose another provider.')
    expect(scheduler.state.get()).toMatchObject({ phase: 'failed', problem: 'Choose another provider.' })
    scheduler.renderNow()
    scheduler.pictureArrived(scheduler.revision)
    expect(scheduler.state.get()).toMatchObject({ phase: 'idle', problem: undefined })
  })
})
