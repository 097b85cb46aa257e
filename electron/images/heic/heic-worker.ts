import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { encodeTiff } from '../full-resolution/encode-tiff.ts'
import { MAX_PICTURE_PIXELS } from '../picture-limits.ts'
import { decodeHeicPixels } from './decode-heic-pixels.ts'
import { heicProfile } from './heic-profile.ts'
import type { HeicAnswer } from './heic-answer.ts'

/**
 * dist/heic-worker.js: decodes one HEIC file (`workerData`, its bytes) and answers with a TIFF of the same pixels and colour
 * profile. A thread of its own, since a camera's photo takes a second or two and cannot be interrupted.
 */
async function answer(): Promise<HeicAnswer> {
  const bytes = z.instanceof(Uint8Array).parse(workerData)
  const picture = decodeHeicPixels(bytes, MAX_PICTURE_PIXELS)
  if (picture.kind !== 'pixels') return picture
  const icc = heicProfile(bytes)
  const tiff = await encodeTiff(picture.pixels, icc === undefined ? {} : { icc }, undefined)
  return { kind: 'tiff', bytes: tiff }
}

parentPort?.postMessage(await answer())
