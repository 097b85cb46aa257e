import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readPack } from '../../../../../electron/packs/installed-pack.ts'
import { decodeLayout } from '../../../../../electron/images/decode-layout.ts'
import { FIXTURE_PACKS, runInProcess } from '../run-in-process.ts'
import { temporaryFolder, writePhoto } from '../sample-files.ts'

it('annotate writes labels that render reads back as a layout, and tells the shares', async () => {
  const folder = await temporaryFolder()
  const photo = await writePhoto(join(folder, 'photo.jpg'))
  const out = join(folder, 'labels.png')
  const { exitCode, stdout } = await runInProcess(['annotate', '--pack', 'tiny', photo, '--out', out])
  expect(exitCode).toBe(0)
  expect(stdout).toContain('80×60, grass 75 %, sky 25 %')
  const { manifest } = await readPack(join(FIXTURE_PACKS, 'tiny'))
  const labels = decodeLayout(await readFile(out), out, manifest.classes)
  expect([labels.width, labels.height, labels.data[0], labels.data[1]]).toEqual([80, 60, 3, 10])
})

it('annotate tells in JSON what labelled the photo, and for which pack', async () => {
  const folder = await temporaryFolder()
  const photo = await writePhoto(join(folder, 'photo.jpg'))
  const { stdout } = await runInProcess([
    ...['annotate', '--pack', 'tiny', photo, '--out', join(folder, 'labels.png'), '--threads', '2', '--json'],
  ])
  expect(JSON.parse(stdout)).toMatchObject({
    annotator: 'ade20k31',
    pack: { id: 'tiny', version: '1.0.0' },
    provider: 'cpu',
    threads: 2,
    timings: [{ stage: 'annotate', milliseconds: 3 }],
  })
})

it('annotate does not replace the photo by its labels', async () => {
  const photo = await writePhoto(join(await temporaryFolder(), 'photo.png'))
  const before = await readFile(photo)
  const { exitCode, stderr } = await runInProcess(['annotate', '--pack', 'tiny', photo, '--out', photo])
  expect([exitCode, stderr]).toEqual([2, `--out ${photo} is also PHOTO; choose another place for it.\n`])
  expect(await readFile(photo)).toEqual(before)
})

it('annotate asks for the photo when none is named', async () => {
  expect(await runInProcess(['annotate', '--out', 'x.png'])).toMatchObject({ exitCode: 2, stdout: '' })
})
