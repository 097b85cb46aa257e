import { z } from 'zod'

/** What every layer has, whatever it holds. */
export const layerBaseSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  visible: z.boolean(),
  /**
   * 0 = invisible, 1 = opaque. It changes the view alone: the labels of a half-transparent layer still count in full.
   */
  opacity: z.number().min(0).max(1),
  locked: z.boolean(),
})
export type LayerBase = Readonly<z.infer<typeof layerBaseSchema>>
