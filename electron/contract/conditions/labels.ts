import { z } from 'zod'
import { labelMapSchema } from '../label-map.ts'

/** Class ids of the pack, one per pixel. */
export const labelsConditionSchema = z.object({ kind: z.literal('labels'), labels: labelMapSchema })
