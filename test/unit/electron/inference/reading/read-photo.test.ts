import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { classMapOf } from '../../../../../electron/contract/class-maps.ts'
import type { ConditionKind } from '../../../../../electron/contract/condition-kind.ts'
import { packManifestSchema, type PackManifest } from '../../../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../../../electron/contract/rgb-image.ts'
import { decodePhoto } from '../../../../../electron/images/decode-photo.ts'
import { AnnotatorNetworks } from '../../../../../electron/inference/reading/annotator-networks.ts'
import { readPhoto, type PhotoReading } from '../../../../../electron/inference/reading/read-photo.ts'
import { OnnxRuntime } from '../../../../../electron/inference/runtime/onnx-runtime.ts'
import { SessionPool } from '../../../../../electron/inference/session-pool.ts'
import { FAKE_MANIFEST } from '../fake-pack.ts'

const root = (relative: string): string => fileURLToPath(new URL(`../../../../../${relative}`, import.meta.url))

/** The parts of a face that the tests look at, with the ids that the shipped face parser gives them. */
const FACE_CLASSES = [
  { id: 0, name: 'background', colour: [0, 0, 0], channel: 0 },
  { id: 1, name: 'skin', colour: [200, 150, 120], channel: 1 },
  { id: 4, name: 'left eye', colour: [0, 0, 255], channel: 2 },
  { id: 5, name: 'right eye', colour: [0, 255, 0], channel: 3 },
]

/** A pack for faces, or one that takes photos as they are. */
function pack(kinds: readonly ConditionKind[], exemplarPreparation?: 'aligned-face'): PackManifest {
  return packManifestSchema.parse({
    ...FAKE_MANIFEST,
    annotator: 'face-parts',
    ...(exemplarPreparation === undefined ? {} : { exemplarPreparation }),
    classes: FACE_CLASSES,
    sizes: { ...FAKE_MANIFEST.sizes, native: 128 },
    conditions: kinds.map((kind) => ({ kind, encoding: 'dense', channels: 4 })),
  })
}

async function reading(annotatorId: string, photo: RgbImage, manifest: PackManifest): Promise<PhotoReading> {
  const sessions = new SessionPool(new OnnxRuntime(), { provider: 'cpu', threads: 1 }, { kind: 'fail' })
  onTestFinished(() => sessions.dispose())
  const networks = new AnnotatorNetworks([root('models/annotators')], () => sessions)
  const tools = { sessions, networks, checkpoint: () => Promise.resolve() }
  return readPhoto(photo, await networks.find(annotatorId), manifest, tools)
}

const grey: RgbImage = { width: 200, height: 120, data: new Uint8Array(200 * 120 * 3).fill(120) }

describe('reading a photo for a pack', () => {
  // Would catch: a face pack that gets the whole photo squashed, or masks of another picture than the one it is given.
  it('cuts the face out first where the pack wants it aligned, and reads the masks of that', async () => {
    const photo = await decodePhoto(await readFile(root('test/fixtures/faces/female_10.jpg')), 'female_10.jpg')
    const { prepared, condition } = await reading('face-parts', photo, pack(['masks'], 'aligned-face'))
    expect([prepared?.photo.width, prepared?.photo.height]).toEqual([256, 256])
    expect(condition.kind).toBe('masks')
    const labels = classMapOf(condition)
    expect([labels?.width, labels?.height]).toEqual([256, 256])
    // In CelebA-HQ's alignment the eyes lie a little above the middle, each in its half; left is the person's.
    const [right, left] = [middleOf(labels?.data, 5), middleOf(labels?.data, 4)]
    for (const { y } of [right, left]) expect(Math.abs(y - 122)).toBeLessThan(20)
    expect(right.x).toBeLessThan(118)
    expect(left.x).toBeGreaterThan(138)
  })

  it('says in one sentence that there is no face', async () => {
    await expect(reading('face-parts', grey, pack(['masks'], 'aligned-face'))).rejects.toMatchObject({
      code: 'bad-request',
      message: 'No face was found in the photo; choose one that shows a face whole and at least 60 pixels wide.',
    })
  })

  // Would catch: a face pack whose exemplars are given as a scene's labels, which it refuses.
  it('gives the first kind of condition that the pack takes and the annotator makes', async () => {
    const edges = (await reading('face-parts', grey, pack(['edges', 'masks']))).condition
    expect(edges).toMatchObject({ kind: 'edges', photo: grey })
    expect((await reading('face-parts', grey, pack(['masks', 'edges']))).condition.kind).toBe('masks')
  })

  it('says so when pack and annotator do not fit', async () => {
    await expect(reading('ade20k31', grey, pack(['masks']))).rejects.toThrow(
      'takes masks, which its annotator ade20k31 does not make',
    )
    await expect(reading('face-mesh', grey, pack(['labels']))).rejects.toThrow(
      'The annotator face-mesh does not say what a whole photo shows',
    )
  })
})

/** The mean place of a class in a map of 256 pixels a row. */
function middleOf(data: Uint8Array | undefined, id: number): { readonly x: number; readonly y: number } {
  const places = [...(data ?? [])].flatMap((value, index) => (value === id ? [index] : []))
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return { x: mean(places.map((index) => index % 256)), y: mean(places.map((index) => Math.floor(index / 256))) }
}
