import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { HeicDecoder } from './heic-decoder.ts'

/**
 * dist/heic-worker.js: decodes one HEIC file (`workerData`, its bytes) and answers with a TIFF of the same pixels and colour
 * profile. A thread of its own, since a camera's photo takes a second or two and cannot be interrupted.
 */
parentPort?.postMessage(await new HeicDecoder().decode(z.instanceof(Uint8Array).parse(workerData)))
