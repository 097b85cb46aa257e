import type * as filePromises from 'node:fs/promises'
import { readdir, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { runInProcess } from '../run-in-process.ts'
import { temporaryFolder } from '../sample-files.ts'

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/official')

// A disk that takes the file's name and none of its bytes, as full disks do.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof filePromises>()
  const open = async (...given: Parameters<typeof real.open>): Promise<FileHandle> => {
    const handle = await real.open(...given)
    if (String(given[0]).endsWith('.onnx') && given[1] === 'wx')
      vi.spyOn(handle, 'writeFile').mockRejectedValue(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
    return handle
  }
  return { ...real, open, default: { ...real, open } }
})

it('says in one sentence that the disk is full, and leaves nothing of the pack behind', async () => {
  // Bug it would catch: "a fault of its own (ENOSPC)", and half a pack that is listed from then on.
  const dataFolder = await temporaryFolder()
  const packs = join(dataFolder, 'packs')
  const argv = ['--corr', join(FIXTURES, 'small_net_Corr.pth'), '--gen', join(FIXTURES, 'small_net_G.pth')]
  const { exitCode, stderr } = await runInProcess(['import', ...argv, '--accept-licence'], {
    packFolders: [packs],
    dataFolder,
  })
  expect(exitCode).toBe(2)
  expect(stderr).toContain(`The pack cannot be written to ${join(packs, 'cocosnet-deepfashion')}: the disk is full.`)
  expect(stderr).not.toContain('fault of its own')
  expect(await readdir(packs).catch(() => [])).toEqual([])
}, 120_000)
