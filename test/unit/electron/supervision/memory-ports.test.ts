import { expect, it } from 'vitest'
import { memoryPorts } from '../../../../electron/supervision/memory-ports.ts'

// Catches tests that pass only because both sides share one array in memory.
it('delivers copies, in order and not before the sender is done', async () => {
  const [left, right] = memoryPorts<{ data: Uint8Array }, never>()
  const received: { data: Uint8Array }[] = []
  const second = new Promise<void>((resolve) => {
    right.subscribe((message) => {
      received.push(message as { data: Uint8Array })
      if (received.length === 2) resolve()
    })
  })
  const data = Uint8Array.of(1)
  left.send({ data })
  data[0] = 2
  left.send({ data })
  expect(received).toEqual([])
  await second
  expect(received.map((message) => message.data[0])).toEqual([1, 2])
})
