import { expect, it, vi } from 'vitest'
import { readRegularFile } from '../../../../electron/files/read-regular-file.ts'

// A network disk that is gone: opening a file neither works nor fails.
vi.mock('node:fs/promises', () => ({ open: () => new Promise(() => undefined) }))

it('gives a file up that does not answer within half a minute', async () => {
  // Bug it would catch: a program that waits for ever for a photo, and says nothing.
  vi.useFakeTimers()
  const outcome = readRegularFile('/gone/photo.jpg', 1e9).catch((error: unknown) => error)
  let known: unknown
  void outcome.then((value) => (known = value))
  await vi.advanceTimersByTimeAsync(29_000)
  expect(known).toBeUndefined()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await outcome).toMatchObject({ problem: 'stalled' })
  vi.useRealTimers()
})
