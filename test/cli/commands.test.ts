import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder, writePhoto } from '../unit/electron/cli/sample-files.ts'
import { dataFolderWithTinyPack, runBuiltCli, runIntoFullDisk, runScriptedCli } from './built-cli.ts'

let dataFolder = ''
beforeEach(async () => {
  dataFolder = await dataFolderWithTinyPack()
})

describe('cocanvas, as built', () => {
  it('knows its version and its help', async () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')))
    expect(await runBuiltCli(dataFolder, '--version')).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
    expect((await runBuiltCli(dataFolder, 'render', '--help')).stdout).toContain('--exemplar-layout FILE')
    expect((await runBuiltCli(dataFolder, 'paint')).exitCode).toBe(2)
  })

  it('annotates a photo', async () => {
    const folder = await temporaryFolder()
    const photo = await writePhoto(join(folder, 'photo.jpg'))
    const { exitCode, stderr } = await runBuiltCli(
      dataFolder,
      'annotate',
      '--pack',
      'tiny',
      photo,
      '--out',
      join(folder, 'labels.png'),
    )
    expect([exitCode, stderr]).toEqual([0, ''])
    expect((await readFile(join(folder, 'labels.png'))).length).toBeGreaterThan(100)
  })

  it('verifies packs and benches one', async () => {
    expect((await runBuiltCli(dataFolder, 'packs', 'verify', 'tiny')).stdout).toBe('tiny: whole\n')
    const bench = await runBuiltCli(
      dataFolder,
      'bench',
      '--pack',
      'tiny',
      '--size',
      '64',
      '--repeats',
      '2',
      '--provider',
      'cpu',
      '--json',
    )
    expect(JSON.parse(bench.stdout)).toMatchObject({ command: 'bench', provider: 'cpu', width: 64 })
  })

  it('examines the installation with the real runtime', async () => {
    const { stdout } = await runBuiltCli(dataFolder, 'doctor', '--pack', 'tiny', '--json')
    const report = z
      .object({
        runtime: z.object({
          version: z.string(),
          selfTest: z.object({ rows: z.array(z.object({ provider: z.string(), outcome: z.string() })) }),
        }),
        packs: z.array(z.object({ id: z.string(), whole: z.boolean() })),
      })
      .parse(JSON.parse(stdout))
    expect(report.runtime.selfTest.rows).toContainEqual({ provider: 'cpu', outcome: 'passed' })
    expect(report.packs).toContainEqual({ id: 'tiny', whole: true })
  })

  // It ended with 0, so that a script took an unfinished batch for a finished one.
  it('ends with the status of its failure when npm runs it', async () => {
    expect((await runScriptedCli(dataFolder, 'packs', 'show', 'nothing')).exitCode).toBe(3)
    const folder = await temporaryFolder()
    const [layouts, exemplars, out] = [join(folder, 'layouts'), join(folder, 'photos'), join(folder, 'out')]
    await Promise.all([mkdir(layouts), mkdir(exemplars)])
    await writeFile(join(layouts, 'broken.png'), 'no picture')
    await writePhoto(join(exemplars, 'photo.jpg'))
    const argv = ['batch', '--pack', 'tiny', '--layouts', layouts, '--exemplars', exemplars, '--out', out]
    const { exitCode, stderr } = await runScriptedCli(dataFolder, ...argv)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('broken.png')])
    expect((await runScriptedCli(dataFolder, '--version')).exitCode).toBe(0)
  })

  // It ended with a stack trace, or with "a fault of its own".
  it.skipIf(process.platform !== 'linux')('says in one sentence that its output cannot be written', () => {
    for (const argv of ['packs --json', '--help', 'packs verify tiny']) {
      const full = runIntoFullDisk(dataFolder, ...argv.split(' '))
      expect(full).toEqual({ exitCode: 2, stdout: '', stderr: 'The output cannot be written: the disk is full.\n' })
    }
  })

  it.skipIf(process.platform === 'win32')('refuses a photo that is a pipe or a device, at once', async () => {
    const folder = await temporaryFolder()
    const pipe = join(folder, 'pipe.jpg')
    execFileSync('mkfifo', [pipe])
    for (const photo of [pipe, '/dev/zero']) {
      const out = join(folder, 'labels.png')
      const { exitCode, stderr } = await runBuiltCli(dataFolder, 'annotate', '--pack', 'tiny', photo, '--out', out)
      expect([exitCode, stderr]).toEqual([2, `${photo} is a folder, a pipe or a device: name a picture file.\n`])
    }
  })
})
