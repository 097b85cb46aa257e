import type { BenchHost } from '../engine/bench-host.ts'
import type { Measurement } from '../measurement.mjs'
import type { PortraitEdits } from './portrait.ts'
import { previewMeasurements, previewTimes, type PreviewTimes } from './preview-times.ts'

/** Edits of each kind; the first ones warm the host up. */
const EDITS = 8
const WARM_UP = 3

/** How long a portrait's previews take, for each way in which a change of a face is made. */
export async function portraitPreviews(host: BenchHost, { previews }: PortraitEdits): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = []
  for (const [name, edit] of Object.entries(previews)) {
    const times: PreviewTimes[] = []
    for (let number = 0; number < EDITS; number++) times.push(await previewTimes(host, edit(number)))
    measurements.push(...previewMeasurements(name, times.slice(WARM_UP), { aim: 300 }))
  }
  return measurements
}
