import { documentJsonSchema, type ProjectContent } from '../../contract/project-content.ts'
import { ProjectError } from './project-error.ts'
import { megabytes, PROJECT_LIMITS } from './project-limits.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Whether the layers of a project are modest, one by one and together. */
export function labelVolumeFits(sizes: readonly Size[]): boolean {
  const pixels = sizes.reduce((sum, { width, height }) => sum + width * height, 0)
  const longest = Math.max(0, ...sizes.flatMap(({ width, height }) => [width, height]))
  return pixels <= PROJECT_LIMITS.labelPixels && longest <= PROJECT_LIMITS.side
}

/** Refuses, before any work, a document that could not be opened again. @throws ProjectError */
export function checkWritableContent({ labelLayers, document }: ProjectContent): void {
  if (!labelVolumeFits(labelLayers.map(({ labels }) => labels)))
    throw new ProjectError('This project has more label layers than a file can hold: merge or remove some of them.')
  if (!isShallow(document))
    throw new ProjectError('This project is nested deeper than a file can hold: remove the layer that was added last.')
}

/** @throws ProjectError for a part that would be refused when the file is opened */
export function checkPartSize(file: string, bytes: Uint8Array, maxBytes: number): void {
  if (bytes.length <= maxBytes) return
  throw new ProjectError(
    `This project cannot be saved, as ${file} has ${megabytes(bytes.length)} of at most ${megabytes(maxBytes)}: use a smaller picture.`,
  )
}

/** @throws ProjectError for more than a file can hold */
export function checkWholeSize(parts: readonly Uint8Array[]): void {
  // Names and tables of the container come on top.
  const bytes = parts.reduce((sum, part) => sum + part.length + 1024, 0)
  if (bytes <= PROJECT_LIMITS.fileBytes) return
  throw new ProjectError(
    `This project cannot be saved, as it has ${megabytes(bytes)} of at most ${megabytes(PROJECT_LIMITS.fileBytes)}: remove some pictures.`,
  )
}

function isShallow(document: unknown): boolean {
  try {
    documentJsonSchema.safeParse(document)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
