import { parentPort } from 'node:worker_threads'
import { z } from 'zod'
import type { HeicAnswer } from '../../../electron/images/heic/heic-answer.ts'
import { HeicDecoder } from '../../../electron/images/heic/heic-decoder.ts'

/** So many files share a decoder: making one takes a tenth of a second, and what it allocates is never freed. */
const FILES = 100

let decoder = new HeicDecoder()
let files = 0

/** Decodes one file after another as dist/heic-worker.js decodes its one: what libheif throws is the file's fault. */
async function answer(bytes: Uint8Array): Promise<HeicAnswer> {
  if (++files % FILES === 0) decoder = new HeicDecoder()
  try {
    return await decoder.decode(bytes)
  } catch {
    decoder = new HeicDecoder()
    return { kind: 'damaged' }
  }
}

parentPort?.on('message', (message: unknown) => {
  void answer(z.instanceof(Uint8Array).parse(message)).then((made) => parentPort?.postMessage(made))
})
