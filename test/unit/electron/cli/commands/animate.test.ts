import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { flickerOf } from '../../../../../electron/cli/animation/flicker.ts'
import { steadyFrames } from '../../../../../electron/cli/animation/steady-frames.ts'
import type { Pose } from '../../../../../electron/conditions/pose/pose.ts'
import { openPoseDocument } from '../../../../../electron/contract/poses/openpose-document.ts'
import { FakeEngine } from '../fake-engine.ts'
import { runInProcess } from '../run-in-process.ts'
import { temporaryFolder, writePhoto } from '../sample-files.ts'

const answerSchema = z.object({ frames: z.number(), flicker: z.object({ still: z.number(), moving: z.number() }) })

const body = (shift: number): [number, number][] =>
  Array.from({ length: 18 }, (_, joint) => [20 + joint + shift, 10 + joint * 6])

async function folderOfPoses(count: number): Promise<string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'poses'))
  for (let index = 0; index < count; index += 1) {
    const document = openPoseDocument({ width: 96, height: 128, people: [{ body: body(index * 20) }] })
    await writeFile(join(folder, 'poses', `frame-${String(index)}.json`), JSON.stringify(document))
  }
  await writePhoto(join(folder, 'E.jpg'))
  return folder
}

const argv = (folder: string, ...extra: string[]): string[] => [
  ...['animate', '--pack', 'tiny-pose', '--poses', join(folder, 'poses'), '--exemplar', join(folder, 'E.jpg')],
  ...['--out', join(folder, 'O.webp'), '--size', '96x128', ...extra],
]

describe('animate', () => {
  it('writes a frame for every pose in order, with one exemplar, as an animation and as a strip', async () => {
    const folder = await folderOfPoses(3)
    const engine = new FakeEngine()
    const strip = join(folder, 'strip.png')
    const outcome = await runInProcess(argv(folder, '--strip', strip, '--fps', '10', '--json'), { engine })
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ''])
    const { pages, delay, width, pageHeight } = await sharp(join(folder, 'O.webp'), { animated: true }).metadata()
    expect([pages, delay, width, pageHeight]).toEqual([3, [100, 100, 100], 96, 128])
    expect(await sharp(strip).metadata()).toMatchObject({ width: 288, height: 128 })
    const points = engine.requests.map(({ condition }) => (condition.kind === 'pose' ? condition.points[0] : undefined))
    expect(points).toEqual([body(0)[0], body(20)[0], body(40)[0]])
    expect(new Set(engine.requests.map(({ exemplar }) => exemplar)).size).toBe(1)
    // The fake engine tells a pose by its red alone, which grows by twenty from frame to frame; what stands still takes over
    // most of the frame before.
    const { frames, flicker } = answerSchema.parse(JSON.parse(outcome.stdout))
    expect(frames).toBe(3)
    expect(flicker.still).toBeGreaterThan(2)
    expect(flicker.still).toBeLessThan(5)
    expect(flicker.moving).toBeGreaterThan(flicker.still)
  })

  it('shows every frame of one file, as ComfyUI writes them, and those of a list', async () => {
    const folder = await folderOfPoses(2)
    const frames = [0, 20, 40].map((shift) =>
      openPoseDocument({ width: 96, height: 128, people: [{ body: body(shift) }] }),
    )
    await writeFile(join(folder, 'dance.json'), JSON.stringify(frames))
    await writeFile(join(folder, 'dances.txt'), 'dance.json\nposes/frame-1.json\n')
    const shown = async (poses: string): Promise<readonly unknown[]> => {
      const engine = new FakeEngine()
      const words = argv(folder).map((word) => (word === join(folder, 'poses') ? join(folder, poses) : word))
      const outcome = await runInProcess(words, { engine })
      expect([outcome.exitCode, outcome.stderr]).toEqual([0, ''])
      return engine.requests.map(({ condition }) => (condition.kind === 'pose' ? condition.points[0] : undefined))
    }
    expect(await shown('dance.json')).toEqual([body(0)[0], body(20)[0], body(40)[0]])
    expect(await shown('dances.txt')).toEqual([body(0)[0], body(20)[0], body(40)[0], body(20)[0]])
  })

  it('uses poses whose hands cannot be read, and says so of their file', async () => {
    const folder = await folderOfPoses(1)
    const [person] = openPoseDocument({ width: 96, height: 128, people: [{ body: body(0) }] }).people
    const frame = { people: [{ ...person, hand_right_keypoints_2d: [1, 2, 1] }] }
    await writeFile(join(folder, 'poses', 'hand.json'), JSON.stringify(frame))
    const { exitCode, stderr } = await runInProcess(argv(folder))
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/hand\.json is used without right hand: /)
  })

  it('names the file that is no pose, and writes nothing', async () => {
    const folder = await folderOfPoses(1)
    await writeFile(join(folder, 'poses', 'broken.json'), '[1, 2')
    const { exitCode, stderr } = await runInProcess(argv(folder))
    expect(exitCode).not.toBe(0)
    expect(stderr).toContain('broken.json is not a pose')
    await expect(readFile(join(folder, 'O.webp'))).rejects.toThrow()
  })

  it('refuses a pack that takes no poses', async () => {
    const folder = await folderOfPoses(1)
    const { stderr } = await runInProcess(argv(folder).map((word) => (word === 'tiny-pose' ? 'tiny' : word)))
    expect(stderr).toContain('animate needs a pack of poses')
  })
})

const side = 64
const pose = (x: number): Pose => ({
  width: side,
  height: side,
  points: Array.from({ length: 18 }, (_, joint) => (joint === 1 ? [x, 20] : joint === 2 ? [x, 40] : null)),
})
const grey = (level: number) => ({ width: side, height: side, data: new Uint8Array(side * side * 3).fill(level) })

describe('steady frames', () => {
  it('settle where the skeleton stands still, and are their own where it moves', () => {
    // Would catch: a moving arm that leaves a trail, or a wall that blinks.
    const still = steadyFrames([100, 110, 100, 110].map((level) => ({ image: grey(level), pose: pose(20) })))
    expect(still.map(({ data }) => data[0])).toEqual([100, 104, 102, 105])
    const moving = steadyFrames([
      { image: grey(100), pose: pose(10) },
      { image: grey(110), pose: pose(50) },
    ])
    expect(moving[1]?.data[(30 * side + 15) * 3]).toBe(110)
    // What is far from where it moves settles all the same.
    expect(moving[1]?.data[(60 * side + 32) * 3]).toBe(104)
  })

  it('leave no trail of an arm that moves slowly', () => {
    // Would catch: a waving arm that fades away, because steps of a few pixels were taken for standing still.
    const frames = Array.from({ length: 8 }, (_, index) => {
      const image = grey(0)
      image.data.fill(200, (30 * side + 20 + index) * 3, (30 * side + 21 + index) * 3)
      return { image, pose: pose(20 + index) }
    })
    const row = steadyFrames(frames).map(({ data }) =>
      data.filter((_, at) => at % 3 === 0).subarray(30 * side, 31 * side),
    )
    expect(row.map((levels) => [levels.indexOf(200), levels.filter((level) => level > 0).length])).toEqual(
      Array.from({ length: 8 }, (_, index) => [20 + index, 1]),
    )
  })
})

describe('flicker', () => {
  it('tells changes where the skeleton stands still from those where it moves', () => {
    const steady = flickerOf([
      { image: grey(100), pose: pose(20) },
      { image: grey(100), pose: pose(40) },
    ])
    expect(steady).toEqual({ still: 0, moving: 0 })
    const flickering = flickerOf([
      { image: grey(100), pose: pose(20) },
      { image: grey(106), pose: pose(20) },
    ])
    expect(flickering).toEqual({ still: 6, moving: 0 })
    expect(flickerOf([{ image: grey(1), pose: pose(20) }])).toBeUndefined()
  })
})
