import { z } from 'zod'

/** What one way of running an official pair took, measured in a process of its own. */
export const officialMeasurementSchema = z.object({
  engine: z.enum(['pytorch', 'dense', 'stages', 'int8']),
  loadMilliseconds: z.number(),
  /** The first picture after loading. */
  firstPictureMilliseconds: z.number(),
  /** Every further picture with the same exemplar, by the clock … */
  strokeMilliseconds: z.array(z.number()).min(1),
  /** … and by the processor time of its threads, which other programs on the machine hardly change. */
  strokeProcessorMilliseconds: z.array(z.number()).min(1),
  peakBytes: z.number(),
})
export type OfficialMeasurement = z.infer<typeof officialMeasurementSchema>
