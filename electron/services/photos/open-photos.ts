import { CocanvasError } from '../../contract/error-codes.ts'
import type { NamedBytes } from '../../contract/image-file.ts'
import { WORKING_SIDE, type OpenPhoto, type PhotoArea } from '../../contract/open-photo.ts'
import { photoDepth, type PhotoPixels } from '../../contract/photo-pixels.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { decodePhoto } from '../../images/decode-photo.ts'
import { decodeFullPhoto } from '../../images/full-resolution/decode-full-photo.ts'
import { croppedPhoto, displayPhoto } from '../../images/full-resolution/display-photo.ts'
import type { PhotoFile } from '../../images/full-resolution/photo-file.ts'
import { pictureFormat } from '../../images/picture-format.ts'

/** A photo as it was read. The file may change or go away: what is open stays what it was. */
export interface HeldPhoto {
  readonly source: NamedBytes
  readonly file: PhotoFile
}

/** Photos a window may have open at once: each holds its pixels, up to 400 MB. */
const MOST_PHOTOS = 4

/** The photos that one page has open at their own size. */
export class OpenPhotos {
  readonly #photos = new Map<string, HeldPhoto>()
  #count = 0

  /** @throws ImageError for what is no photo or has more than 50 megapixels */
  async open(source: NamedBytes): Promise<OpenPhoto> {
    // The header decides first: a photo that is too large costs no pixels.
    const file = await decodeFullPhoto(source.bytes, source.name)
    const working = await decodePhoto(source.bytes, source.name, { longestSide: WORKING_SIDE })
    this.#count += 1
    const id = `photo-${String(this.#count)}`
    this.#photos.set(id, { source, file })
    // A page that forgot to close some must not fill the memory.
    const [oldest] = this.#photos.keys()
    if (this.#photos.size > MOST_PHOTOS && oldest !== undefined) this.#photos.delete(oldest)
    const { width, height, channels } = file.pixels
    const depth = photoDepth(file.pixels)
    const isPlain = depth === 8 && channels === 3 && file.metadata.icc === undefined
    const mediaType = `image/${storedFormat(source)}` as const
    return { id, name: source.name, width, height, depth, mediaType, isPlain, working }
  }

  /** @throws CocanvasError for a photo that is not open */
  get(id: string): HeldPhoto {
    const photo = this.#photos.get(id)
    if (photo === undefined)
      throw new CocanvasError('bad-request', 'This photo is no longer open: open it or its project again.')
    return photo
  }

  /** A part as the screen shows it. @throws CocanvasError for a part that is not inside the photo */
  readArea(id: string, { shown, ...area }: PhotoArea): Promise<RgbImage> {
    const { pixels, metadata } = this.get(id).file
    if (area.x + area.width > pixels.width || area.y + area.height > pixels.height)
      throw new CocanvasError('bad-request', 'This part lies outside the photo: open the photo again.')
    return displayPhoto(croppedPhoto(pixels, area), metadata, shown)
  }

  /** Pixels in the photo's own colour space, such as a finished patch, as the screen shows them. */
  show(id: string, pixels: PhotoPixels): Promise<RgbImage> {
    return displayPhoto(pixels, this.get(id).file.metadata, pixels)
  }

  close(id: string): void {
    this.#photos.delete(id)
  }

  /** The page is gone. */
  release(): void {
    this.#photos.clear()
  }
}

/** The format under which a project keeps the bytes; decoding has let no other pass. */
function storedFormat({ bytes, name }: NamedBytes): 'png' | 'jpeg' | 'webp' | 'tiff' | 'heic' | 'avif' | 'gif' {
  const format = pictureFormat(bytes)
  if (format === undefined || format === 'bmp' || format === 'svg')
    throw new CocanvasError('bad-request', `${name} cannot be kept in a project: save it as JPEG, PNG or TIFF.`)
  return format
}
