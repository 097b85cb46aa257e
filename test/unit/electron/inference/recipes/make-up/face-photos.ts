import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { z } from 'zod'
import type { Exemplar } from '../../../../../../electron/contract/generation-request.ts'
import { decodePhoto } from '../../../../../../electron/images/decode-photo.ts'

const folder = new URL('../../../../../fixtures/faces/', import.meta.url)

export type Person = 'female_10' | 'male_42'

/** The file of a person, turned and scaled as a test needs it. */
export async function portrait(
  person: Person,
  { angle = 0, side = 512 }: { readonly angle?: number; readonly side?: number } = {},
): Promise<Exemplar> {
  const turned = await sharp(await readFile(new URL(`${person}.jpg`, folder)))
    .rotate(angle, { background: '#808080' })
    .resize(side)
    .png()
    .toBuffer()
  return { image: await decodePhoto(turned, person), condition: 'none' }
}

/** A photo that ships as a sample, by its file below assets/exemplars and without its ending. */
export async function samplePhoto(name: string): Promise<Exemplar> {
  const file = new URL(`../../../../../../assets/exemplars/${name}.jpg`, import.meta.url)
  return { image: await decodePhoto(await readFile(file), name), condition: 'none' }
}

/** `columns` × `rows` copies of a person, `side` pixels each. */
export async function crowd(person: Person, columns: number, rows: number, side: number): Promise<Exemplar> {
  const one = await sharp(await readFile(new URL(`${person}.jpg`, folder)))
    .resize(side, side)
    .png()
    .toBuffer()
  const places = Array.from({ length: columns * rows }, (_, index) => ({
    input: one,
    left: (index % columns) * side,
    top: Math.floor(index / columns) * side,
  }))
  const picture = await sharp({
    create: {
      width: columns * side,
      height: rows * side,
      channels: 3,
      background: '#808080',
    },
  })
    .composite(places)
    .png()
    .toBuffer()
  return { image: await decodePhoto(picture, 'crowd'), condition: 'none' }
}

/** MediaPipe's points of a person in pixels of the fixture. */
export async function referencePoints(person: Person): Promise<readonly number[]> {
  const text = await readFile(new URL('mesh-points.json', folder), 'utf8')
  const people = z.record(z.string(), z.array(z.number())).parse(JSON.parse(text))
  return people[person]?.map((value) => value / 10) ?? []
}

/** The same person with the lips coloured: a drawing would not be found, so the photo itself is tinted around them. */
export async function redLips(person: Person): Promise<Exemplar> {
  const photo = await portrait(person)
  const points = await referencePoints(person)
  const lips = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146]
  const outline = lips.map((index) => `${points[index * 2] ?? 0},${points[index * 2 + 1] ?? 0}`).join(' ')
  const drawing = `<svg width="512" height="512"><polygon points="${outline}" fill="#c00020" fill-opacity="0.85"/></svg>`
  const { width, height, data } = photo.image
  const tinted = await sharp(data, { raw: { width, height, channels: 3 } })
    .composite([{ input: Buffer.from(drawing) }])
    .png()
    .toBuffer()
  return { image: await decodePhoto(tinted, person), condition: 'none' }
}

/** A face as a child draws it: nobody's photograph. */
export async function drawing(): Promise<Exemplar> {
  const svg = `<svg width="400" height="400"><rect width="400" height="400" fill="#fff"/>
    <circle cx="200" cy="200" r="120" fill="none" stroke="#000" stroke-width="5"/>
    <circle cx="160" cy="170" r="9"/><circle cx="240" cy="170" r="9"/>
    <path d="M150 250 Q200 290 250 250" fill="none" stroke="#000" stroke-width="5"/></svg>`
  return { image: await decodePhoto(await sharp(Buffer.from(svg)).png().toBuffer(), 'drawing'), condition: 'none' }
}
