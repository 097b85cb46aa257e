import { describe, expect, it } from 'vitest'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import { readFaceParts } from '../../../../../electron/faces/cover/read-face-parts.ts'
import type { FaceNetworks } from '../../../../../electron/faces/face-networks.ts'
import { ImagePyramid } from '../../../../../electron/faces/sampling/image-pyramid.ts'
import { planeAt } from '../../../../../electron/faces/sampling/read-plane.ts'
import { drawFace } from '../../makeup/made-up-face.ts'

const SIDE = 256
const CLASSES = 19

/** A parser that sees one part everywhere in the upper half of its input and another in the lower one. */
function halves(upper: number, lower: number): FaceNetworks {
  return {
    run() {
      const logits = new Float32Array(SIDE * SIDE * CLASSES)
      for (let pixel = 0; pixel < SIDE * SIDE; pixel++)
        logits[pixel * CLASSES + (pixel < (SIDE * SIDE) / 2 ? upper : lower)] = 20
      return Promise.resolve([logits])
    },
  }
}

function failing(error: Error): FaceNetworks {
  return { run: () => Promise.reject(error) }
}

describe('the parts of a face', () => {
  const { pyramid, face } = drawFace({})

  it('are found again where they lie in the photo', async () => {
    // Bug it would catch: planes that are read with the way from the crop to the photo instead of its inverse.
    const parts = await readFaceParts(pyramid, halves(14, 1), face)
    if (parts === undefined) throw new Error('no parts')
    const at = (plane: Float32Array, x: number, y: number): number =>
      planeAt(plane, parts.side, parts.fromPicture, x, y)
    expect(at(parts.face, 300, 420)).toBeCloseTo(1)
    expect(at(parts.face, 300, 60)).toBeCloseTo(0)
    expect(at(parts.glasses, 300, 60)).toBeCloseTo(0)
  })

  it('are unknown, and nothing else fails, where the parser is not installed', async () => {
    const missing = new CocanvasError('pack-missing', 'not there')
    expect(await readFaceParts(pyramid, failing(missing), face)).toBeUndefined()
    const broken = new CocanvasError('pack-broken', 'damaged')
    await expect(readFaceParts(pyramid, failing(broken), face)).rejects.toBe(broken)
  })

  it('are read from a photo of any size', async () => {
    const small = new ImagePyramid({ width: 8, height: 8, data: new Uint8Array(192) })
    expect((await readFaceParts(small, halves(1, 1), face))?.side).toBe(SIDE)
  })
})
