import { describe, expect, it } from 'vitest'
import type { NetworkPort } from '../../../../../../electron/contract/network-port.ts'
import type { PackClass } from '../../../../../../electron/contract/pack-facts.ts'
import type { RgbImage } from '../../../../../../electron/contract/rgb-image.ts'
import type { NamedTensors } from '../../../../../../electron/contract/tensor.ts'
import { ByteBoundedCache } from '../../../../../../electron/inference/caching/byte-bounded-cache.ts'
import { exemplarFigure } from '../../../../../../electron/inference/recipes/exemplar-synthesis/figure/exemplar-figure.ts'
import { figureLogits } from '../../../../../../electron/inference/recipes/exemplar-synthesis/figure/figure-logits.ts'
import { finishedClasses } from '../../../../../../electron/inference/recipes/exemplar-synthesis/finished-classes.ts'

const pose = { kind: 'pose', width: 96, height: 128, points: Array.from({ length: 18 }, () => null) } as const
/** Dark above, bright below. */
const picture = (width: number, height: number): RgbImage => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, at) => (at < (width * height * 3) / 2 ? 10 : 240)),
})
/** Sees a garment (class 2) where a picture is bright and what lies behind where it is dark, and counts the pictures it was asked. */
class Parts implements NetworkPort {
  asked = 0

  run(id: string, feeds: NamedTensors): Promise<NamedTensors> {
    this.asked++
    const input = feeds.get('input')
    if (id !== 'parts' || input?.dtype !== 'float32') throw new Error(id)
    const data = new Float32Array(256 * 192 * 3)
    for (let pixel = 0; pixel < 256 * 192; pixel++) data[3 * pixel + ((input.data[3 * pixel] ?? 0) > 0 ? 2 : 0)] = 5
    return Promise.resolve(new Map([['output', { dtype: 'float32', shape: [1, 256, 192, 3], data }]]))
  }
}
const hostOf = (networks: NetworkPort) => ({ networks, tensors: new ByteBoundedCache<NamedTensors>(1e7, () => 1e6) })
const unasked = (): never => {
  throw new Error('the pack has no classes to ask for')
}
const unbent = () => Promise.resolve(undefined)
const manifest = { classes: [], figureAnnotator: 'parts' }
const stored = { exemplar: { image: picture(60, 90), condition: 'annotate' }, imageKey: 'a' } as const

describe('the classes of a finished picture', () => {
  // Bug it would catch: larger pictures of people that are only enlarged, because a pose has no classes.
  it('are the parts of the figure where the condition has none, of the picture and of the photo', async () => {
    const networks = new Parts()
    const figure = await figureLogits(picture(96, 128), 'parts', networks)
    const classed = await finishedClasses(pose, figure, [stored], manifest, unasked, unbent, hostOf(networks))
    const [photo] = classed?.photos ?? []
    expect(photo?.image).toBe(stored.exemplar.image)
    for (const labels of [classed?.drawn, photo?.labels]) {
      expect([labels?.data[0], labels?.data.at(-1)]).toEqual([0, 2])
      expect(labels?.data).toHaveLength(256 * 192)
    }
    expect(classed?.closeness).toBe(1)
  })

  // Bug it would catch: a network of 60 ms that is asked about the same picture twice.
  it('come from what is known of the picture, and of a photo that was read before', async () => {
    const networks = new Parts()
    const host = hostOf(networks)
    const { parts } = await exemplarFigure(stored, 'parts', host)
    const figure = await figureLogits(picture(96, 128), 'parts', networks)
    const classed = await finishedClasses(pose, figure, [stored, stored], manifest, unasked, unbent, host)
    expect(classed?.photos.map(({ labels }) => labels)).toEqual([parts, parts])
    expect(networks.asked).toBe(2)
  })

  // Bug it would catch: pale and dark rims around eyes, lips and hair in larger pictures of faces.
  it('are one for a whole face, whose shapes stay as they were painted', async () => {
    const labels = { width: 4, height: 4, data: Uint8Array.from({ length: 16 }, (_, at) => at % 3) }
    const faces = {
      classes: [0, 1, 2].map((id): PackClass => ({
        id,
        name: `part ${id}`,
        colour: [0, 0, 0],
        channel: id,
        aliases: [],
      })),
      exemplarPreparation: 'aligned-face',
    } as const
    const { image } = stored.exemplar
    const condition = { kind: 'labels', labels } as const
    const photo = () => Promise.resolve({ image, labels })
    const classed = await finishedClasses(condition, undefined, [stored], faces, photo, unbent, hostOf(new Parts()))
    expect([...new Set([...(classed?.drawn.data ?? []), ...(classed?.photos[0]?.labels.data ?? [])])]).toEqual([0])
    expect([classed?.closeness, classed?.followed]).toEqual([1, true])
  })

  it('are unknown for a condition without classes in a pack without figures', async () => {
    expect(
      await finishedClasses(pose, undefined, [stored], { classes: [] }, unasked, unbent, hostOf(new Parts())),
    ).toBeUndefined()
  })
})
