import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { beforeEach, describe, expect, it } from 'vitest'
import { chosenKind } from '../../../../../electron/cli/rendering/conditions/reader-table.ts'
import { readCondition } from '../../../../../electron/cli/rendering/read-condition.ts'
import { exemplarOf, readExemplarPhoto } from '../../../../../electron/cli/rendering/read-exemplar.ts'
import { readPack } from '../../../../../electron/packs/installed-pack.ts'
import type { ConditionKind } from '../../../../../electron/contract/condition-kind.ts'
import type { PackManifest } from '../../../../../electron/contract/pack-manifest.ts'
import { FIXTURE_PACKS } from '../run-in-process.ts'
import { temporaryFolder, writeLayout, writePhoto } from '../sample-files.ts'

const SIZE = { width: 256, height: 256 }
let folder = ''
let labels: PackManifest
/** The landscape pack as if it took another kind of condition. */
const takes = (kind: ConditionKind): PackManifest => ({
  ...labels,
  conditions: labels.conditions.map((condition) => ({ ...condition, kind })),
})
beforeEach(async () => {
  folder = await temporaryFolder()
  labels = (await readPack(join(FIXTURE_PACKS, 'tiny'))).manifest
})

async function writePose(value: unknown): Promise<string> {
  const path = join(folder, 'pose.json')
  await writeFile(path, JSON.stringify(value))
  return path
}

describe('readCondition', () => {
  it('reads a mask of eyeglasses from black and white, at the size of the face map', async () => {
    const layout = await writeLayout(join(folder, 'L.png'), [1, 5], 8, 8)
    const eyeglasses = join(folder, 'G.png')
    await writeFile(eyeglasses, encode({ width: 2, height: 1, data: Uint8Array.from([0, 255]), channels: 1, depth: 8 }))
    const { condition } = await readCondition(takes('masks'), 'masks', { layout, eyeglasses }, SIZE)
    if (condition.kind !== 'masks') throw new Error(`a pack of masks got ${condition.kind}`)
    expect([...(condition.eyeglasses?.data.subarray(0, 8) ?? [])]).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
  })

  it('asks for the photo that a pack of edges needs', async () => {
    const manifest: PackManifest = takes('edges')
    const layout = await writeLayout(join(folder, 'L.png'))
    await expect(readCondition(manifest, 'edges', { layout }, SIZE)).rejects.toThrow('give it with --layout-photo FILE')
    const photo = await readExemplarPhoto(await writePhoto(join(folder, 'P.jpg')))
    const { condition } = await readCondition(manifest, 'edges', { layout, photo: () => Promise.resolve(photo) }, SIZE)
    expect(condition).toMatchObject({ kind: 'edges', photo: { width: 80 } })
  })

  it('reads lines drawn by hand for a pack of edges, without any photo', async () => {
    const manifest = takes('edges')
    const lines = [{ part: 'nose', points: [[10, 10]] }]
    const layout = join(folder, 'lines.json')
    await writeFile(layout, JSON.stringify({ width: 64, height: 32, lines }))
    expect(await readCondition(manifest, 'edges', { layout }, SIZE)).toEqual({
      condition: { kind: 'lines', width: 64, height: 32, lines },
      drawn: { width: 64, height: 32 },
    })
    await writeFile(layout, JSON.stringify({ width: 64, height: 32, lines: [{ part: 'elbow', points: [[1, 1]] }] }))
    await expect(readCondition(manifest, 'edges', { layout }, SIZE)).rejects.toThrow(
      'is no drawing of lines (at lines.0.part',
    )
  })

  it('reads a pose: missing points by confidence, the canvas from the file or the picture', async () => {
    const numbers = Array.from({ length: 54 }, (_, index) => (index % 3 === 2 ? Number(index !== 5) : index))
    const manifest: PackManifest = takes('pose')
    const bare = await readCondition(
      manifest,
      'pose',
      { layout: await writePose({ people: [{ pose_keypoints_2d: numbers }] }) },
      SIZE,
    )
    expect(bare.drawn).toEqual(SIZE)
    expect(bare.condition).toMatchObject({ kind: 'pose', width: 256, height: 256 })
    if (bare.condition.kind !== 'pose') throw new Error('no pose')
    expect(bare.condition.points.slice(0, 3)).toEqual([[0, 1], null, [6, 7]])
    const canvas = { people: [{ pose_keypoints_2d: numbers }], canvas_width: 750, canvas_height: 1101 }
    expect((await readCondition(manifest, 'pose', { layout: await writePose(canvas) }, SIZE)).drawn).toEqual({
      width: 750,
      height: 1101,
    })
  })

  it('takes OpenPose’s own 25 points and its Python port’s lists too, as the window does', async () => {
    const manifest: PackManifest = takes('pose')
    const body25 = { people: [{ pose_keypoints_2d: Array.from({ length: 75 }, (_, index) => index + 1) }] }
    const read = await readCondition(manifest, 'pose', { layout: await writePose(body25) }, SIZE)
    if (read.condition.kind !== 'pose') throw new Error('no pose')
    // Point 8 of the 25 is the middle hip, which the 18 lack: the right hip is the ninth of both.
    expect(read.condition.points[8]).toEqual([28, 29])
    const ported = { candidate: [[7, 9, 0.8, 0]], subset: [[0, ...Array.from({ length: 17 }, () => -1)]] }
    const other = await readCondition(manifest, 'pose', { layout: await writePose(ported) }, SIZE)
    if (other.condition.kind !== 'pose') throw new Error('no pose')
    expect(other.condition.points.slice(0, 2)).toEqual([[7, 9], null])
  })

  // Bug it would catch: a pose that is refused, or used without a word, because of a hand that no network reads.
  it('uses a pose whose hand has a wrong number of points, and says what it left out', async () => {
    const flat = (count: number) => Array.from({ length: count * 3 }, (_, index) => index + 1)
    const layout = await writePose({ people: [{ pose_keypoints_2d: flat(18), hand_left_keypoints_2d: flat(20) }] })
    const told: string[] = []
    const onNotice = (message: string) => told.push(message)
    const read = await readCondition(takes('pose'), 'pose', { layout, onNotice }, SIZE)
    expect(read.condition).toMatchObject({ kind: 'pose', points: { length: 18 } })
    expect(told).toEqual([
      `${layout} is used without left hand: a list there is damaged or has a wrong number of points.`,
    ])
  })

  it('refuses files without people and pictures given as poses, naming the file', async () => {
    const manifest: PackManifest = takes('pose')
    const empty = await writePose({ people: [] })
    await expect(readCondition(manifest, 'pose', { layout: empty }, SIZE)).rejects.toThrow(
      `${empty}: The pose file holds no person`,
    )
    const picture = await writeLayout(join(folder, 'L.png'))
    await expect(readCondition(manifest, 'pose', { layout: picture }, SIZE)).rejects.toThrow(`${picture} is not a pose`)
  })

  it('refuses an eyeglasses mask for a pack that would ignore it', async () => {
    const layout = await writeLayout(join(folder, 'L.png'))
    await expect(readCondition(labels, 'labels', { layout, eyeglasses: layout }, SIZE)).rejects.toThrow(
      'leave the eyeglasses option out',
    )
  })
})

describe('chosenKind', () => {
  it('takes the pack’s first kind, or the one wished for if the pack has it', () => {
    const [condition] = labels.conditions
    if (condition === undefined) throw new Error('unreachable')
    const both = { ...labels, conditions: [condition, { ...condition, kind: 'edges' as const }] }
    expect(chosenKind(both)).toBe('labels')
    expect(chosenKind(both, 'edges')).toBe('edges')
    expect(() => chosenKind(both, 'pose')).toThrow('takes labels or edges, not pose')
  })
})

describe('exemplarOf', () => {
  it('asks for labels when the pack needs them and has no annotator', async () => {
    const { annotator, ...manifest } = labels
    expect(annotator).toBeDefined()
    const photo = await readExemplarPhoto(await writePhoto(join(folder, 'P.jpg')))
    await expect(exemplarOf(photo, undefined, manifest, 'labels')).rejects.toThrow('--exemplar-layout FILE')
  })
})
