import { appendFileSync } from 'node:fs'
import { z } from 'zod'

const orderSchema = z.object({ kills: z.number(), strokes: z.number(), seed: z.number(), results: z.string() })

/** What `npm run torture` wants of the specs here; a little of each where somebody runs them alone. */
export const order = orderSchema.parse(
  JSON.parse(process.env['COCANVAS_TORTURE'] ?? '{"kills":1,"strokes":1500,"seed":1,"results":""}'),
)

/** Tells the command a result, for people. */
export function tell(line: string): void {
  if (order.results !== '') appendFileSync(order.results, `${line}\n`)
}
