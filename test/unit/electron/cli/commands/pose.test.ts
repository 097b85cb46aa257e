import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PosePoint } from '../../../../../electron/contract/poses/pose-people.ts'
import { readPosePeople } from '../../../../../electron/contract/poses/reading/read-pose-people.ts'
import { FakeEngine } from '../fake-engine.ts'
import { runInProcess } from '../run-in-process.ts'
import { temporaryFolder, writePhoto } from '../sample-files.ts'

const body = (shift: number): PosePoint[] =>
  Array.from({ length: 18 }, (_, joint) => (joint === 4 ? null : [joint + shift, joint * 2]))

describe('pose', () => {
  it('writes everybody in the photo as OpenPose’s JSON, hidden joints as zeros', async () => {
    const folder = await temporaryFolder()
    const photo = await writePhoto(join(folder, 'P.jpg'))
    const engine = new FakeEngine()
    engine.people = [{ body: body(0) }, { body: body(20) }]
    const out = join(folder, 'pose.json')
    const { exitCode, stdout, stderr } = await runInProcess(['pose', photo, '--out', out], { engine })
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout).toContain('2 people, 17, 17 of 18 points')
    const written: unknown = JSON.parse(await readFile(out, 'utf8'))
    expect(readPosePeople(written)).toEqual({ width: 80, height: 60, people: engine.people, leftOut: [] })
  })

  it('says in one sentence that nobody is there, and writes nothing', async () => {
    const folder = await temporaryFolder()
    const photo = await writePhoto(join(folder, 'P.jpg'))
    const out = join(folder, 'pose.json')
    const { exitCode, stderr } = await runInProcess(['pose', photo, '--out', out])
    expect(exitCode).not.toBe(0)
    expect(stderr).toMatch(/No person was found in .*P\.jpg; choose a photo that shows somebody/)
    await expect(readFile(out)).rejects.toThrow()
  })

  it('refuses a name that is not JSON’s before it looks at the photo', async () => {
    const { stderr } = await runInProcess(['pose', '/nowhere.jpg', '--out', '/tmp/pose.png'])
    expect(stderr).toContain('let it end in .json')
  })
})

describe('render --pose-from', () => {
  const run = async (extra: readonly string[], engine = new FakeEngine()) => {
    const folder = await temporaryFolder()
    const photo = await writePhoto(join(folder, 'P.jpg'), 200, 64, 128)
    const exemplar = await writePhoto(join(folder, 'E.jpg'))
    const argv = ['render', '--pose-from', photo, '--exemplar', exemplar, '--out', join(folder, 'O.png'), ...extra]
    return runInProcess(argv, { engine })
  }

  it('makes the picture in the pose of the largest person, or of another one that is asked for', async () => {
    // Would catch: joints left in pixels of the photo while the picture has another size.
    const engine = new FakeEngine()
    engine.people = [{ body: body(0) }, { body: body(20) }]
    const pack = ['--pack', 'tiny-pose', '--size', '128x256']
    expect(await run(pack, engine)).toMatchObject({ exitCode: 0, stderr: '' })
    expect(await run([...pack, '--person', '2'], engine)).toMatchObject({ exitCode: 0, stderr: '' })
    const conditions = engine.requests.map(({ condition }) => condition)
    expect(conditions[0]).toMatchObject({ kind: 'pose', width: 64, height: 128, points: body(0) })
    expect(conditions[1]).toMatchObject({ points: body(20) })
    expect(engine.requests[0]?.size).toEqual({ width: 128, height: 256 })
  })

  it.each([
    ['a pack of labels', ['--pack', 'tiny'], /tiny takes labels, not poses/],
    ['a layout as well', ['--pack', 'tiny-pose', '--layout', 'L.json'], /takes the place of --layout/],
    ['a person who is not there', ['--pack', 'tiny-pose', '--person', '3'], /--person 3 is not there: .* shows 1/],
  ])('refuses %s', async (_, extra, sentence) => {
    const engine = new FakeEngine()
    engine.people = [{ body: body(0) }]
    const { exitCode, stderr } = await run(extra, engine)
    expect(exitCode).not.toBe(0)
    expect(stderr).toMatch(sentence)
  })
})
