import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { decodePhoto } from '../../../electron/images/decode-photo.ts'
import { heicAnswerSchema, type HeicAnswer } from '../../../electron/images/heic/heic-answer.ts'
import { tiffOf } from '../../../electron/images/heic/heic-to-tiff.ts'
import { pictureFormat } from '../../../electron/images/picture-format.ts'
import { bundleTypeScript } from '../../building/import-typescript.mjs'
import { mutate } from '../mutate.ts'
import { isSentence, type TornReader } from './torn-reader.ts'

/** As in the editor, a file that takes longer counts as damaged. */
const DEADLINE_MS = 60_000

/**
 * HEIC photos. The editor decodes each in a thread of its own, and starting one takes half a second; here one thread decodes
 * them all, so that thousands can be read. The rest of the way is the editor's.
 *
 * @param root the repository's, whose fixture is the sound file
 */
export async function heicReader(root: string): Promise<TornReader> {
  const sound = await readFile(path.join(root, 'test/fixtures/pictures/display-p3.heic'))
  const thread = new HeicThread(await bundleTypeScript('scripts/torture/readers/heic-thread.ts', root))
  return {
    name: 'HEIC photo',
    mutant: (random) => mutate(sound, random),
    read: async (bytes) => {
      const readable = pictureFormat(bytes) === 'heic' ? tiffOf(await thread.ask(bytes), 'mutant') : bytes
      return decodePhoto(readable, 'mutant', { longestSide: 64 })
    },
    refuses: isSentence,
  }
}

/** A thread that decodes one file after another, and is replaced when one ends it or keeps it busy for too long. */
class HeicThread {
  readonly #program: string
  #worker: Worker | undefined

  constructor(program: string) {
    this.#program = program
  }

  ask(bytes: Uint8Array): Promise<HeicAnswer> {
    const worker = (this.#worker ??= new Worker(this.#program))
    // While nothing is asked, the thread does not keep the program running.
    worker.ref()
    return new Promise((resolve) => {
      const give = (answer: HeicAnswer): void => {
        clearTimeout(deadline)
        worker.off('message', hear).off('error', giveUp).off('exit', giveUp).unref()
        resolve(answer)
      }
      const hear = (message: unknown): void => {
        give(heicAnswerSchema.parse(message))
      }
      const giveUp = (): void => {
        this.#worker = undefined
        void worker.terminate()
        give({ kind: 'damaged' })
      }
      const deadline = setTimeout(giveUp, DEADLINE_MS)
      worker.on('message', hear).on('error', giveUp).on('exit', giveUp)
      worker.postMessage(bytes)
    })
  }
}
