import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PageWatch } from '../../../../electron/web/page-watch.ts'

describe('the watch over open pages', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('calls when the last page has been gone for a while, and not while one is only loaded anew', () => {
    const abandon = vi.fn()
    const watch = new PageWatch(1000, abandon)
    vi.advanceTimersByTime(60_000)
    watch.noteOpened()
    watch.noteOpened()
    watch.noteClosed()
    vi.advanceTimersByTime(60_000)
    watch.noteClosed()
    vi.advanceTimersByTime(900)
    watch.noteOpened()
    vi.advanceTimersByTime(60_000)
    expect(abandon).not.toHaveBeenCalled()
    watch.noteClosed()
    vi.advanceTimersByTime(1000)
    expect(abandon).toHaveBeenCalledOnce()
  })
})
