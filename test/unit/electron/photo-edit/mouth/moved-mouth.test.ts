import { describe, expect, it } from 'vitest'
import { changedRegion } from '../../../../../electron/photo-edit/changed-region.ts'
import { lentBetween } from '../../../../../electron/photo-edit/mouth/between-lips.ts'
import { mouthShape } from '../../../../../electron/photo-edit/mouth/mouth-shape.ts'
import { movedMouth, opens, type MovedMouth } from '../../../../../electron/photo-edit/mouth/moved-mouth.ts'
import { patchedPhoto } from '../../../../../electron/photo-edit/photo-colours.ts'
import { photoOf } from '../edited-photos.ts'
import { MOUTH, mouthOf } from './mouths.ts'

const SIDE = 200
/** Brightness of skin, teeth and both lips. */
const SHADES = new Map([
  [1, 120],
  [MOUTH.inside, 240],
  [MOUTH.upperLip, 60],
  [MOUTH.lowerLip, 80],
])

function portrait(half: number, opening: number) {
  const labels = mouthOf(SIDE, half, opening)
  const shape = mouthShape(labels, MOUTH)
  if (shape === undefined) throw new RangeError('The drawn mouth is one.')
  const data = Float32Array.from({ length: SIDE * SIDE * 3 }, (_, value) => {
    const [x, y] = [Math.floor(value / 3) % SIDE, Math.floor(value / 3 / SIDE)]
    const isEye = y >= 72 && y < 78 && Math.abs(Math.abs(x - 100) - 33) < 8
    return isEye ? 235 : (SHADES.get(labels.data[Math.floor(value / 3)] ?? 1) ?? 0)
  })
  return { labels, shape, picture: { width: SIDE, height: SIDE, data } }
}

async function moved(
  from: ReturnType<typeof portrait>,
  to: ReturnType<typeof portrait>,
  more: Partial<MovedMouth> = {},
) {
  const region = changedRegion({ before: from.labels, after: to.labels, scale: 1, margin: 0.1 })
  const photo = photoOf(from.picture, 8, 3)
  const share = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({ x: x / SIDE, y: y / SIDE })
  const pixel = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({ x: x * SIDE, y: y * SIDE })
  const patch = await movedMouth(
    {
      photo,
      window: { x: 0, y: 0, width: SIDE, height: SIDE },
      region,
      toPart: share,
      toPhoto: pixel,
      from: from.shape,
      to: to.shape,
      between: undefined,
      ...more,
    },
    () => Promise.resolve(),
  )
  const { data } = patchedPhoto(photo, [patch])
  return { shade: (x: number, y: number) => data[(y * SIDE + x) * 3] ?? 0, region, data, photo }
}

describe('a mouth that is moved', () => {
  // Would catch: dark teeth in wide mouths.
  it('stretches the teeth that the photo shows, with their brightness', async () => {
    const { shade } = await moved(portrait(30, 16), portrait(45, 28))
    for (const x of [75, 100, 125]) expect(shade(x, 100)).toBeGreaterThan(220)
    expect(shade(100, 83)).toBeLessThan(90)
  })

  it('closes over them', async () => {
    const { shade } = await moved(portrait(30, 16), portrait(30, 0))
    for (let y = 90; y < 110; y++) expect(shade(100, y)).toBeLessThan(200)
    expect(shade(100, 96)).toBeLessThan(90)
  })

  it('shows what another portrait lends where it was closed', async () => {
    const [from, to, lender] = [portrait(30, 0), portrait(36, 30), portrait(40, 20)]
    expect(opens(from.shape, to.shape)).toBe(true)
    const image = (picture: typeof from.picture) => ({ ...picture, data: Uint8Array.from(picture.data) })
    const between = lentBetween(image(lender.picture), lender.shape, image(from.picture))
    const { shade } = await moved(from, to, { between })
    expect(shade(100, 100)).toBeGreaterThan(200)
    // Would catch: white rims where lent teeth met the lips.
    for (let y = 70; y < 84; y++) expect(shade(100, y)).toBeLessThan(130)
  })

  it('lends teeth as bright as the light is, not as the skin is', () => {
    const lender = portrait(45, 28)
    const lit = (skin: number, brightest: number) => ({
      width: SIDE,
      height: SIDE,
      data: Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, value) =>
        Math.floor(value / 3) % 12 === 0 ? brightest : skin,
      ),
    })
    const teeth = (skin: number, brightest: number): number =>
      Math.max(...lentBetween(lit(180, 235), lender.shape, lit(skin, brightest)).colours.data)
    // Would catch: grey teeth in a dark face.
    expect(teeth(60, 230)).toBeGreaterThan(225)
    expect(teeth(60, 150)).toBeLessThan(180)
  })

  it('leaves every pixel outside of the region', async () => {
    const { region, data, photo } = await moved(portrait(30, 16), portrait(45, 28))
    const strayed = data.filter((value, at) => region.whole[Math.floor(at / 3)] !== 1 && value !== photo.data[at])
    expect(strayed.length).toBe(0)
  })
})
