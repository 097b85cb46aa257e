import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { MakeUpEngine } from '../make-up-engine.ts'
import { runInProcess } from '../run-in-process.ts'
import { temporaryFolder, writePhoto } from '../sample-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await temporaryFolder()
  await writePhoto(join(folder, 'me.png'), 200)
  await writePhoto(join(folder, 'dark.png'), 10)
  await writePhoto(join(folder, 'stage.jpg'), 90)
})

function makeup(
  photo: string,
  engine = new MakeUpEngine(),
  extra: readonly string[] = [],
): ReturnType<typeof runInProcess> {
  const argv = ['makeup', '--photo', join(folder, photo), '--exemplar', join(folder, 'stage.jpg')]
  return runInProcess([...argv, '--out', join(folder, 'out.png'), ...extra], { engine })
}

describe('cocanvas makeup', () => {
  it('says in one sentence that a photo shows nobody, and writes nothing', async () => {
    // Bug it would catch: a host that answers with a code, and a command that takes it for success.
    const { exitCode, stderr } = await makeup('dark.png')
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/No face was found in the photo; [^.]+ 60 pixels wide\.\n$/)
    expect(existsSync(join(folder, 'out.png'))).toBe(false)
  })

  it('says in one sentence that a photo is damaged', async () => {
    await writeFile(join(folder, 'torn.jpg'), (await readFile(join(folder, 'stage.jpg'))).subarray(0, 200))
    const { exitCode, stderr } = await makeup('torn.jpg')
    expect(exitCode).not.toBe(0)
    expect(stderr).toContain('torn.jpg')
    expect(stderr).not.toContain('    at ')
  })

  it('tells what could be done in part alone in words, for people and for programs', async () => {
    const engine = new MakeUpEngine()
    engine.notices = [{ kind: 'little-make-up' }, { kind: 'hidden', role: 'photo', parts: ['lips', 'lids'] }]
    const told = [
      'The exemplar wears hardly any make-up, so little changes.',
      'The lips and lids can hardly be seen in the photo, so little changes there.',
    ]
    const spoken = await makeup('me.png', engine)
    expect(spoken.exitCode).toBe(0)
    for (const sentence of told) expect(spoken.stdout).toContain(`${sentence}\n`)
    const json: unknown = JSON.parse((await makeup('me.png', engine, ['--json'])).stdout)
    expect(json).toMatchObject({ command: 'makeup', faces: [{}], madeUp: 1, notices: told })
  })
})
