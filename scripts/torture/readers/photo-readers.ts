import { decodePhoto } from '../../../electron/images/decode-photo.ts'
import { decodeFullPhoto } from '../../../electron/images/full-resolution/decode-full-photo.ts'
import { encodeFullPhoto } from '../../../electron/images/full-resolution/encode-full-photo.ts'
import { loadSharp } from '../../../electron/images/load-sharp.ts'
import { mutate } from '../mutate.ts'
import { SeededRandom } from '../seeded-random.ts'
import { heicReader } from './heic-reader.ts'
import { tornPng } from './label-readers.ts'
import { isSentence, type TornReader } from './torn-reader.ts'

const SIZE = { width: 40, height: 28 }

/** Photos of every format that Cocanvas opens, small and with metadata, for the exemplars' way and for photo editing's. */
export async function photoReaders(root: string): Promise<readonly TornReader[]> {
  const sharp = await loadSharp()
  const random = new SeededRandom(9)
  const pixels = random.bytes(SIZE.width * SIZE.height * 3)
  const photo = () =>
    sharp(pixels, { raw: { ...SIZE, channels: 3 } })
      .withExif({ IFD0: { Copyright: 'torture', Orientation: '6' }, IFD2: { FNumber: '28/10' } })
      .withIccProfile('p3')
  const png = [
    await photo().png().toBuffer(),
    await photo().png({ progressive: true }).toBuffer(),
    await photo().png({ palette: true, colours: 4 }).toBuffer(),
    await photo().toColourspace('rgb16').png().toBuffer(),
  ]
  const jpeg = [await photo().jpeg().toBuffer(), await photo().jpeg({ progressive: true }).toBuffer()]
  const tiff = [
    await photo().tiff({ compression: 'deflate' }).toBuffer(),
    await photo().tiff({ compression: 'jpeg' }).toBuffer(),
    await photo().toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer(),
  ]
  const webp = [await photo().webp().toBuffer(), await photo().webp({ lossless: true }).toBuffer()]
  const gif = [await photo().gif().toBuffer()]
  const avif = [await photo().avif({ effort: 0 }).toBuffer()]
  return [
    exemplarReader('PNG photo', png, tornPng),
    exemplarReader('JPEG photo', jpeg),
    exemplarReader('TIFF photo', tiff),
    exemplarReader('WebP photo', webp),
    exemplarReader('GIF photo', gif),
    exemplarReader('AVIF photo', avif),
    await heicReader(root),
    editedReader('PNG to edit', png, 'png', tornPng),
    editedReader('JPEG to edit', jpeg, 'jpeg'),
    editedReader('TIFF to edit', tiff, 'tiff'),
  ]
}

type Tear = (sound: Uint8Array, random: SeededRandom) => Uint8Array

function exemplarReader(name: string, sound: readonly Uint8Array[], tear: Tear = mutate): TornReader {
  return {
    name,
    mutant: (random) => tear(random.pick(sound), random),
    read: (bytes) => decodePhoto(bytes, 'mutant', { longestSide: 64 }),
    refuses: isSentence,
  }
}

/** Read at its own size and written again, profile and Exif included: what a photo edit does to an untouched photo. */
function editedReader(
  name: string,
  sound: readonly Uint8Array[],
  format: 'png' | 'jpeg' | 'tiff',
  tear: Tear = mutate,
): TornReader {
  const encoding = format === 'jpeg' ? ({ format, quality: 90 } as const) : ({ format } as const)
  return {
    name,
    mutant: (random) => tear(random.pick(sound), random),
    read: async (bytes) => encodeFullPhoto(await decodeFullPhoto(bytes, 'mutant'), encoding),
    refuses: isSentence,
  }
}
