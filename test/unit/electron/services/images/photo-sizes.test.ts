import { describe, expect, it } from 'vitest'
import { encodePhotoPng } from '../../../../../electron/images/encode-png.ts'
import { PhotoSizes, type PhotoFile } from '../../../../../electron/services/images/photo-sizes.ts'
import { gradientImage } from '../../images/picture-fixtures.ts'

/** A photo that counts how often its file is read. */
async function photo(width: number, height: number): Promise<{ read: () => Promise<PhotoFile>; reads: () => number }> {
  const bytes = await encodePhotoPng(gradientImage(width, height))
  let count = 0
  const read = (): Promise<PhotoFile> => {
    count += 1
    return Promise.resolve({ name: 'photo.png', bytes })
  }
  return { read, reads: () => count }
}

// Bug it would catch: a dropped photo that is decoded for its size, its thumbnail, its labels and its picture in turn.
describe('PhotoSizes', () => {
  it('makes smaller sizes of what was decoded, also of what is being decoded', async () => {
    const sizes = new PhotoSizes()
    const { read, reads } = await photo(1600, 800)
    const shown = await Promise.all([1024, 512, 320].map((side) => sizes.read('a', side, read)))
    expect(shown.map(({ width, height }) => [width, height])).toEqual([[1024, 512], [512, 256], [320, 160]]) // prettier-ignore
    expect(reads()).toBe(1)
  })

  it('tells a new photo’s own size and decodes it no more', async () => {
    const sizes = new PhotoSizes()
    const { read, reads } = await photo(1600, 800)
    const { image, whole } = await sizes.decode('a', await read())
    expect([image.width, whole.width, whole.height]).toEqual([1024, 1600, 800])
    await sizes.read('a', 320, read)
    expect(reads()).toBe(1)
    // Larger than what is known.
    expect((await sizes.read('a', 1500, read)).width).toBe(1500)
    expect(reads()).toBe(2)
  })

  it('needs no second look at a small photo, whatever size is asked for', async () => {
    const sizes = new PhotoSizes()
    const { read, reads } = await photo(300, 200)
    await sizes.decode('a', await read())
    expect(await sizes.read('a', 4096, read)).toMatchObject({ width: 300, height: 200 })
    expect(reads()).toBe(1)
  })

  it('looks at a file again that could not be read', async () => {
    const sizes = new PhotoSizes()
    await expect(sizes.decode('a', { name: 'a.jpg', bytes: new Uint8Array(9) })).rejects.toThrow('a.jpg')
    const { read } = await photo(300, 200)
    expect((await sizes.read('a', 1024, read)).width).toBe(300)
  })

  it('mixes up no two photos', async () => {
    const sizes = new PhotoSizes()
    const [one, other] = [await photo(300, 200), await photo(200, 300)]
    await sizes.read('a', 1024, one.read)
    expect((await sizes.read('b', 1024, other.read)).width).toBe(200)
  })
})
