import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import { decodePhoto } from '../../../electron/images/decode-photo.ts'
import { decodeFullPhoto } from '../../../electron/images/full-resolution/decode-full-photo.ts'
import type { PhotoFile } from '../../../electron/images/full-resolution/photo-file.ts'

const FULL = { width: 4000, height: 3000 }
/** As the window asks for its live picture. */
const LIVE_SIDE = 1280

/** A portrait of 12 megapixels, as a file and as the copy that the window follows sliders with. */
export interface Portrait {
  readonly file: PhotoFile
  readonly live: Exemplar
}

export async function portraitOf(root: string): Promise<Portrait> {
  const name = path.join(root, 'test/fixtures/faces/female_10.jpg')
  const bytes = await sharp(readFileSync(name))
    .resize({ ...FULL, fit: 'cover' })
    .jpeg({ quality: 92 })
    .toBuffer()
  return {
    file: await decodeFullPhoto(bytes, name),
    live: { image: await decodePhoto(bytes, name, { longestSide: LIVE_SIDE }), condition: 'none' },
  }
}

/** The shipped samples of make-up. */
export function madeUpSamples(root: string): Promise<Exemplar[]> {
  const names = ['drawn-liner', 'evening', 'red-lips', 'rose-shadow', 'soft-day']
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(root, `assets/exemplars/make-up/${name}.jpg`)
      return { image: await decodePhoto(readFileSync(file), file, { longestSide: 1024 }), condition: 'none' as const }
    }),
  )
}
