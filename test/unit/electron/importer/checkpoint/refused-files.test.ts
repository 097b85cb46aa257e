import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Checkpoint } from '../../../../../electron/importer/checkpoint/checkpoint.ts'
import { CheckpointError } from '../../../../../electron/importer/checkpoint/checkpoint-error.ts'
import { checkpointFixture } from './expected-tensors.ts'

const folder = mkdtempSync(join(tmpdir(), 'cocanvas-refused-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function failure(path: string): Promise<CheckpointError> {
  const error: unknown = await Checkpoint.open(path).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(CheckpointError)
  // The line above has just proved it.
  return error as CheckpointError
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('a file that torch wrote but that is no state dict', () => {
  it.each(['hostile.zip.pth', 'hostile.legacy.pth'])(
    '%s is refused by the name of its call, which is not run',
    async (file) => {
      const error = await failure(checkpointFixture(file))
      expect(error.code).toBe('refused')
      expect(error.message).toContain(`${file}: it asks for 'posix.system'`)
      expect(existsSync('/tmp/cocanvas-was-here')).toBe(false)
    },
  )

  it.each([
    ['module.zip.pth', 'refused', "'torch.nn.modules.container.Sequential'"],
    ['optimizer.zip.pth', 'not-a-state-dict', "an optimizer's state"],
    ['two-networks.zip.pth', 'not-a-state-dict', "several sets of tensors ('netG', 'netD')"],
    ['script.zip.pth', 'not-a-state-dict', 'a TorchScript program'],
    ['compressed.zip.pth', 'unsupported', "'network.zip/data.pkl' is compressed"],
  ])('%s is explained', async (file, code, words) => {
    const error = await failure(checkpointFixture(file))
    expect(error.code).toBe(code)
    expect(error.message).toContain(words)
  })
})

describe('a file of another kind', () => {
  it.each([
    ['page.pth', '<!DOCTYPE html><html>quota exceeded</html>', 'a web page'],
    ['pointer.pth', 'version https://git-lfs.github.com/spec/v1\n', 'only a pointer'],
    ['weights.safetensors', '\x10\0\0\0\0\0\0\0{"a":{}}', 'a safetensors file'],
    ['picture.png', '\x89PNG\r\n\x1a\n', 'not a PyTorch checkpoint'],
    ['packed.pth.gz', '\x1f\x8b\x08', 'compressed with gzip'],
    ['plain.pkl', '\x80\x02}q\x00.', 'a Python pickle that torch.save did not write'],
  ])('%s is named for what it is', async (name, content, words) => {
    const error = await failure(write(name, Buffer.from(content, 'latin1')))
    expect(error.code).toBe('not-a-checkpoint')
    expect(error.message).toContain(words)
  })

  it('an empty file is called empty, a missing one missing, a folder no file', async () => {
    expect((await failure(write('empty.pth', ''))).message).toBe(
      'empty.pth: the file is empty; download or copy it again.',
    )
    expect(await failure(join(folder, 'nowhere.pth'))).toMatchObject({ code: 'missing' })
    expect(await failure(folder)).toMatchObject({ code: 'unreadable' })
  })
})
