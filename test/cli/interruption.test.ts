import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder, writeLayout, writePhoto } from '../unit/electron/cli/sample-files.ts'
import { dataFolderWithTinyPack, runBuiltCli, startCli } from './built-cli.ts'

let folder = ''
let dataFolder = ''
let argv: string[] = []
beforeEach(async () => {
  folder = await temporaryFolder()
  dataFolder = await dataFolderWithTinyPack()
  await mkdir(join(folder, 'layouts'))
  await mkdir(join(folder, 'exemplars'))
  for (let index = 0; index < 4; index++)
    await writeLayout(join(folder, 'layouts', `layout-${String(index)}.png`), [3, 10])
  for (let index = 0; index < 3; index++)
    await writePhoto(join(folder, 'exemplars', `photo-${String(index)}.jpg`), 60 * index)
  const folders = [
    '--layouts',
    join(folder, 'layouts'),
    '--exemplars',
    join(folder, 'exemplars'),
    '--out',
    join(folder, 'out'),
  ]
  argv = ['batch', '--pack', 'tiny', '--provider', 'cpu', '--size', '64', '--threads', '1', ...folders]
})

describe('Ctrl-C', () => {
  it('stops a batch with exit code 130, leaves whole pictures only, and the next run goes on from there', async () => {
    const running = startCli(dataFolder, ...argv)
    await running.saw('2/12 ')
    running.process.kill('SIGINT')
    const { exitCode, stdout, stderr } = await running.finished
    expect([exitCode, stdout]).toEqual([130, ''])
    expect(stderr.trimEnd().endsWith('Cancelled.')).toBe(true)
    const files = await readdir(join(folder, 'out'))
    const pictures = files.filter((file) => file.endsWith('.png'))
    expect(files.filter((file) => file.endsWith('.tmp'))).toEqual([])
    expect(pictures.length).toBeGreaterThanOrEqual(2)
    expect(pictures.length).toBeLessThan(12)
    for (const file of pictures)
      expect(
        (
          await sharp(join(folder, 'out', file))
            .raw()
            .toBuffer()
        ).length,
      ).toBe(64 * 64 * 3)

    const next = await runBuiltCli(dataFolder, ...argv)
    expect(next.exitCode).toBe(0)
    expect(next.stdout).toContain(
      `${String(12 - pictures.length)} pictures made, ${String(pictures.length)} finished earlier`,
    )
    expect(await readdir(join(folder, 'out'))).toContain('contact-sheet.png')
  })
})
