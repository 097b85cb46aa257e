import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { ProjectContent } from '../../contract/project-content.ts'
import { outcomeOf } from '../calls/call-outcome.ts'
import { unpackProject } from './project-archive.ts'

/** Unpacks one project in a thread of its own: whatever it holds, the window and the other calls go on. */
const { bytes, name } = z
  .object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array), name: z.string() })
  .parse(workerData)

let content: ProjectContent | undefined
const outcome = await outcomeOf(
  async () => (content = await unpackProject(bytes, name)),
  (error) => {
    throw error
  },
)
parentPort?.postMessage(outcome, content === undefined ? [] : buffersOf(content))

/** Pixels and pictures change hands instead of being copied; the thread ends here. */
function buffersOf({ labelLayers, pictures, thumbnail }: ProjectContent): ArrayBuffer[] {
  const arrays = [
    ...labelLayers.map(({ labels }) => labels.data),
    ...pictures.map((picture) => picture.bytes),
    ...(thumbnail === undefined ? [] : [thumbnail]),
  ]
  const buffers = arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer)
  return [...new Set(buffers)]
}
