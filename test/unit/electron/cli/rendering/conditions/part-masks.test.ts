import { encode } from 'fast-png'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

import { readPartMasks } from '../../../../../../electron/cli/rendering/conditions/part-masks.ts'

const SIDE = 64
const photo = { width: SIDE, height: SIDE, data: new Uint8Array(3 * SIDE * SIDE).fill(120) }
const wanted = { width: SIDE, height: SIDE, channels: 15 }

const square = (from: number, to: number, side = SIDE): Uint8Array =>
  encode({
    width: side,
    height: side,
    channels: 1,
    depth: 8,
    data: Uint8Array.from({ length: side * side }, (_, at) => {
      const [x, y] = [at % side, Math.floor(at / side)]
      return x >= from && x < to && y >= from && y < to ? 255 : 0
    }),
  })

async function folderOf(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-parts-'))
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes)
  return folder
}

describe('a folder of part masks', () => {
  // Bug it would catch: parts in another order than their channels, and overlaps that are lost as in a merged map.
  it('gives every part its channel, with the skin whole beneath the hair', async () => {
    const folder = await folderOf({ '00007_skin.png': square(10, 50), '00007_hair.png': square(4, 30) })
    const { condition } = await readPartMasks(folder, photo, wanted)
    if (condition.kind !== 'channels') throw new Error('There are no channels.')
    const at = (channel: number, x: number, y: number): number =>
      condition.data[channel * SIDE * SIDE + y * SIDE + x] ?? Number.NaN
    expect(condition.channels).toBe(15)
    expect(at(1, 10, 10)).toBe(0)
    expect(at(13, 4, 4)).toBe(0)
    expect(at(1, 20, 20)).toBeGreaterThan(0)
    expect([at(14, 10, 20), at(14, 4, 20), at(14, 40, 40)]).toEqual([1, 1, 0])
    // A part that is not there is far away everywhere.
    expect(at(8, 32, 32)).toBe(1)
  })

  it('says what lies on top to a pack that is also told what lines enclose', async () => {
    const folder = await folderOf({ 'a_skin.png': square(10, 50), 'a_hair.png': square(4, 30) })
    const { condition } = await readPartMasks(folder, photo, { ...wanted, channels: 16 })
    if (condition.kind !== 'channels') throw new Error('There are no channels.')
    const enclosed = [...condition.data.subarray(15 * SIDE * SIDE)].map((level) => Math.round(255 * level))
    expect([condition.channels, enclosed[20 * SIDE + 20], enclosed[40 * SIDE + 40], enclosed[0]]).toEqual([
      16, 13, 1, 0,
    ])
  })

  it.each([
    ['no mask of the skin', { '1_hair.png': square(4, 30) }, 'no mask of the skin'],
    ['two faces', { '1_skin.png': square(4, 30), '2_skin.png': square(4, 30) }, 'several faces'],
    ['two sizes', { '1_skin.png': square(4, 30), '1_nose.png': square(4, 8, 32) }, 'differ in size'],
  ])('is refused for %s', async (_why, files, sentence) => {
    await expect(readPartMasks(await folderOf(files), photo, wanted)).rejects.toThrow(sentence)
  })
})
