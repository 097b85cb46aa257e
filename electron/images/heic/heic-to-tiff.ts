import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { ImageError } from '../image-error.ts'
import { checkPictureSize } from '../picture-limits.ts'
import { heicAnswerSchema, type HeicAnswer } from './heic-answer.ts'

/** A photo of 100 megapixels takes about 15 s; a file that takes longer was made to. */
const DEADLINE_MS = 60_000

/**
 * A HEIC photo as a TIFF of the same pixels and colour profile, which the image library reads; it has no HEVC decoder itself.
 * The camera's Exif is not carried over.
 *
 * @throws ImageError `damaged`, `too-large` or `unsupported` (when the decoder is not installed)
 */
export async function heicToTiff(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const program = workerProgram()
  if (program === undefined) {
    throw new ImageError(
      'unsupported',
      `${name} is a HEIC file, and this installation lacks the decoder: save it as JPEG, or set the camera to "Most Compatible".`,
    )
  }
  return tiffOf(await askWorker(program, bytes), name)
}

/** The TIFF of an answer. @throws ImageError `damaged` or `too-large` */
export function tiffOf(answer: HeicAnswer, name: string): Uint8Array {
  if (answer.kind === 'tiff') return answer.bytes
  if (answer.kind === 'too-large') checkPictureSize(name, answer.width, answer.height)
  throw new ImageError(
    'damaged',
    `${name} is damaged, or a kind of HEIC that Cocanvas cannot read: save it as JPEG, or copy it again.`,
  )
}

/** An error in the decoder is caused by the file, and ends only the thread that decodes it. */
function askWorker(program: string, bytes: Uint8Array): Promise<HeicAnswer> {
  const worker = new Worker(program, { workerData: bytes, stdout: true, stderr: true })
  return new Promise<HeicAnswer>((resolve) => {
    const give = (answer: HeicAnswer): void => {
      clearTimeout(deadline)
      void worker.terminate()
      resolve(answer)
    }
    const giveUp = (): void => {
      give({ kind: 'damaged' })
    }
    const deadline = setTimeout(giveUp, DEADLINE_MS)
    worker.once('error', giveUp).once('exit', giveUp)
    worker.once('message', (message: unknown) => {
      give(heicAnswerSchema.parse(message))
    })
  })
}

/** dist/heic-worker.js beside the bundle that runs, or in the repository's dist when this module runs as it is. */
function workerProgram(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    for (const candidate of [join(folder, 'heic-worker.js'), join(folder, 'dist/heic-worker.js')])
      // A thread cannot start from inside Electron's archive; electron-builder unpacks the file beside it.
      if (existsSync(candidate)) return candidate.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
    const parent = dirname(folder)
    if (parent === folder) return undefined
    folder = parent
  }
}
