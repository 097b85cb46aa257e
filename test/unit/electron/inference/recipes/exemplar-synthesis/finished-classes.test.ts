import { describe, expect, it } from 'vitest'
import type { NetworkPort } from '../../../../../../electron/contract/network-port.ts'
import type { RgbImage } from '../../../../../../electron/contract/rgb-image.ts'
import { finishedClasses } from '../../../../../../electron/inference/recipes/exemplar-synthesis/finished-classes.ts'

const pose = { kind: 'pose', width: 96, height: 128, points: Array.from({ length: 18 }, () => null) } as const
/** Dark above, bright below. */
const picture = (width: number, height: number): RgbImage => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, at) => (at < (width * height * 3) / 2 ? 10 : 240)),
})
/** Sees a garment (class 2) where a picture is bright and what lies behind where it is dark. */
const networks: NetworkPort = {
  run: (id, feeds) => {
    const input = feeds.get('input')
    if (id !== 'parts' || input?.dtype !== 'float32') throw new Error(id)
    const data = new Float32Array(256 * 192 * 3)
    for (let pixel = 0; pixel < 256 * 192; pixel++) data[3 * pixel + ((input.data[3 * pixel] ?? 0) > 0 ? 2 : 0)] = 5
    return Promise.resolve(new Map([['output', { dtype: 'float32', shape: [1, 256, 192, 3], data }]]))
  },
}
const unasked = (): never => {
  throw new Error('the pack has no classes to ask for')
}
const stored = { exemplar: { image: picture(60, 90), condition: 'annotate' }, imageKey: 'a' } as const

describe('the classes of a finished picture', () => {
  // Bug it would catch: larger pictures of people that are only enlarged, because a pose has no classes.
  it('are the parts of the figure where the condition has none, of the picture and of the photo', async () => {
    const manifest = { classes: [], figureAnnotator: 'parts' }
    const classed = await finishedClasses(picture(96, 128), pose, [stored], manifest, unasked, networks)
    const [photo] = classed?.photos ?? []
    expect(photo?.image).toBe(stored.exemplar.image)
    for (const labels of [classed?.drawn, photo?.labels]) {
      expect([labels?.data[0], labels?.data.at(-1)]).toEqual([0, 2])
      expect(labels?.data).toHaveLength(256 * 192)
    }
    expect(classed?.closeness).toBe(1)
  })

  it('are unknown for a condition without classes in a pack without figures', async () => {
    expect(await finishedClasses(picture(96, 128), pose, [stored], { classes: [] }, unasked, networks)).toBeUndefined()
  })
})
