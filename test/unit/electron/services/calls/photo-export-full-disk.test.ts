import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type * as filePromises from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { photoCalls } from '../../../../../electron/services/calls/photo-calls.ts'
import { PageJournals } from '../../../../../electron/services/journal/page-journals.ts'
import { OpenPhotos } from '../../../../../electron/services/photos/open-photos.ts'
import { foldersUnder, ShellServices } from '../../../../../electron/services/shell-services.ts'

// A disk that takes the file's name and none of its bytes, as full disks do.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof filePromises>()
  const open = async (...given: Parameters<typeof real.open>): Promise<FileHandle> => {
    const handle = await real.open(...given)
    if (String(given[0]).endsWith('.tmp') && given[1] === 'wx')
      vi.spyOn(handle, 'writeFile').mockRejectedValue(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
    return handle
  }
  return { ...real, open, default: { ...real, open } }
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cocanvas-full-disk-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

// Bug it would catch: half a photo in the place of the one that was there, or a program's error instead of a sentence.
it('says that the disk is full when an edited photo is exported, and leaves what was there', async () => {
  const services = new ShellServices(
    { kind: 'web', appVersion: '1', locales: [] },
    foldersUnder(path.join(folder, 'data'), path.resolve('.')),
    () => Promise.reject(new Error('no project is opened here')),
  )
  const target = path.join(folder, 'edited.png')
  writeFileSync(target, 'what was there')
  const before = readdirSync(folder)
  const photos = new OpenPhotos()
  const calls = photoCalls(services, {
    dialogs: { chooseFiles: () => Promise.resolve(undefined), chooseTarget: () => Promise.resolve(target) },
    journals: new PageJournals(services.journals),
    photos,
    tell: () => undefined,
    setUnsavedChanges: () => undefined,
    showMenu: () => undefined,
    close: () => undefined,
    restartInference: () => Promise.resolve(),
  })
  const bytes = await sharp(Buffer.alloc(300, 90), { raw: { width: 10, height: 10, channels: 3 } })
    .png()
    .toBuffer()
  const { id } = await photos.open({ name: 'photo.png', bytes: new Uint8Array(bytes) })
  const window = { x: 2, y: 2, width: 2, height: 2 }
  const patch = { window, data: new Uint8Array(12).fill(7), mask: new Uint8Array(4).fill(255) }
  await expect(
    calls.exportPhoto({
      photoId: id,
      patches: [patch],
      suggestedName: 'edited',
      encoding: { format: 'png', depth: 8 },
    }),
  ).rejects.toThrow(/edited\.png cannot be written: the disk is full/)
  expect(readFileSync(target, 'utf8')).toBe('what was there')
  expect(readdirSync(folder)).toEqual(before)
  await services.dispose()
})
