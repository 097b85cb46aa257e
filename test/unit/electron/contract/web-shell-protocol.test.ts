import { expect, test } from 'vitest'
import { serverMessageSchema } from '../../../../electron/contract/web-shell-protocol.ts'

test('an answer without a value is understood after a journey through JSON', () => {
  // Bug it would catch: a schema that insists on `value` drops the answer, and whoever waits for a save waits forever.
  const sent: unknown = JSON.parse(JSON.stringify({ type: 'answer', id: 1, outcome: { ok: true, value: undefined } }))
  expect(serverMessageSchema.safeParse(sent).success).toBe(true)
})
