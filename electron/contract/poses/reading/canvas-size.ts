import { z } from 'zod'
import { type ImageSize, imageSideSchema } from '../../image-size.ts'
import { refusePose } from './pose-form.ts'

/** The size that pose editors write beside the people. */
export const canvasSizeSchema = z.object({
  canvas_width: imageSideSchema.nullish(),
  canvas_height: imageSideSchema.nullish(),
})

/** @throws CocanvasError `bad-request` when the document names a size that no picture has */
export function sizeOfCanvas(parsed: z.ZodSafeParseResult<z.infer<typeof canvasSizeSchema>>): Partial<ImageSize> {
  if (!parsed.success)
    refusePose("The pose's canvas_width and canvas_height must be whole numbers of pixels up to 8192.")
  const { canvas_width: width, canvas_height: height } = parsed.data
  return { ...(typeof width === 'number' ? { width } : {}), ...(typeof height === 'number' ? { height } : {}) }
}
