import { encode } from 'fast-png'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { crc32 } from '../../../electron/files/checksum.ts'
import { decodeLayout } from '../../../electron/images/decode-layout.ts'
import { decodeMask } from '../../../electron/images/decode-mask.ts'
import { encodeIndexedPng } from '../../../electron/services/project/indexed-png.ts'
import { decodeLabelImage } from '../../../electron/services/images/decode-label-image.ts'
import { mutate } from '../mutate.ts'
import { smallLabels } from '../sample-material.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { isSentence, type TornReader } from './torn-reader.ts'

const CLASSES: readonly PackClass[] = Array.from({ length: 7 }, (_, id) => ({
  id,
  name: `class ${id}`,
  colour: [id * 30, 255 - id * 30, id],
  channel: id,
  aliases: [],
}))

/** PNGs whose values are classes or masks: our own decoder reads them, so that nothing is converted on the way. */
export async function labelReaders(): Promise<readonly TornReader[]> {
  const sound = [await encodeIndexedPng(smallLabels()), colourPng(), deepGreyPng()]
  const reader = (name: string, read: (bytes: Uint8Array) => unknown): TornReader => ({
    name,
    mutant: (random) => tornPng(random.pick(sound), random),
    read: (bytes) => Promise.resolve().then(() => read(bytes)),
    refuses: isSentence,
  })
  return [
    reader('label PNG', (bytes) => decodeLabelImage({ name: 'mutant.png', bytes })),
    reader('layout PNG', (bytes) => decodeLayout(bytes, 'mutant.png', CLASSES)),
    reader('mask PNG', (bytes) => decodeMask(bytes, 'mutant.png')),
  ]
}

function colourPng(): Uint8Array {
  const { width, height, data: ids } = smallLabels()
  const data = Uint8Array.from([...ids].flatMap((id) => CLASSES[id]?.colour ?? [0, 0, 0]))
  return encode({ width, height, data, channels: 3, depth: 8 })
}

function deepGreyPng(): Uint8Array {
  const { width, height, data: ids } = smallLabels()
  return encode({ width, height, data: Uint16Array.from(ids, (id) => id * 9000), channels: 1, depth: 16 })
}

/** A damaged PNG; the checksums of half of them fit again, so that damage gets past them. */
export function tornPng(sound: Uint8Array, random: SeededRandom): Uint8Array {
  const mutant = mutate(sound, random)
  return random.below(2) === 0 ? mutant : withChecksums(mutant)
}

/** Chunks whose checksums fit again, as far as there are chunks. */
function withChecksums(png: Uint8Array): Uint8Array {
  const mended = Uint8Array.from(png)
  const view = new DataView(mended.buffer)
  for (let place = 8; place + 12 <= mended.length;) {
    const end = place + 8 + view.getUint32(place)
    if (end + 4 > mended.length) break
    view.setUint32(end, crc32(mended.subarray(place + 4, end)))
    place = end + 4
  }
  return mended
}
