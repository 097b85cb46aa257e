import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { ShellCalls } from '../../../../../electron/contract/shell-api.ts'
import { photoCalls } from '../../../../../electron/services/calls/photo-calls.ts'
import { PageJournals } from '../../../../../electron/services/journal/page-journals.ts'
import { OpenPhotos } from '../../../../../electron/services/photos/open-photos.ts'
import { foldersUnder, ShellServices } from '../../../../../electron/services/shell-services.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

type PhotoCalls = Pick<ShellCalls, 'openPhotoDialog' | 'exportPhoto' | 'readPhotoBytes'>

/** A window in which the user has chosen a photo and will then choose `target`. */
async function windowWith(target: (folder: string) => string): Promise<{
  readonly calls: PhotoCalls
  readonly folder: string
  readonly photoId: string
  readonly photo: string
}> {
  const folder = temporaryFolder()
  const photo = path.join(folder, 'lake.png')
  await sharp({ create: { width: 12, height: 8, channels: 3, background: '#3060a0' } })
    .png()
    .toFile(photo)
  const services = new ShellServices(
    { kind: 'web', appVersion: '1', locales: [] },
    foldersUnder(path.join(folder, 'data'), path.join(folder, 'program')),
  )
  const calls = photoCalls(services, {
    dialogs: {
      chooseFiles: () => Promise.resolve([photo]),
      chooseTarget: () => Promise.resolve(target(folder)),
    },
    journals: new PageJournals(services.journals),
    photos: new OpenPhotos(),
    setUnsavedChanges: () => undefined,
    showMenu: () => undefined,
    tell: () => undefined,
    close: () => undefined,
    restartInference: () => Promise.resolve(),
  })
  const opened = await calls.openPhotoDialog()
  return { calls, folder, photo, photoId: opened?.id ?? '' }
}

const png = { format: 'png', depth: 8 } as const

describe('a photo that is open', () => {
  // Bug it would catch: an edit of another picture than the one that was opened.
  it('stays what it was when its file changes or goes away', async () => {
    const { calls, folder, photo, photoId } = await windowWith((where) => path.join(where, 'out.png'))
    const before = readFileSync(photo)
    writeFileSync(photo, 'something else')
    expect((await calls.readPhotoBytes(photoId)).bytes).toEqual(new Uint8Array(before))
    const written = await calls.exportPhoto({ photoId, patches: [], suggestedName: 'lake', encoding: png })
    expect(written).toMatchObject({ name: 'out.png', folder })
    expect(readFileSync(path.join(folder, 'out.png')).equals(before)).toBe(true)
  })
})

describe('an export that cannot be written', () => {
  it('says why in one sentence and leaves nothing behind', async () => {
    const { calls, folder, photoId } = await windowWith((where) => path.join(where, 'missing', 'out.png'))
    await expect(calls.exportPhoto({ photoId, patches: [], suggestedName: 'lake', encoding: png })).rejects.toThrow(
      /^[^\n]+\.$/,
    )
    expect(readdirSync(folder).filter((name) => name.includes('out'))).toEqual([])
  })

  // Bug it would catch: a page that writes over the journals of other documents.
  it('is refused in the program’s own folders', async () => {
    const { calls, folder, photoId } = await windowWith((where) => path.join(where, 'data', 'out.png'))
    mkdirSync(path.join(folder, 'data'), { recursive: true })
    await expect(calls.exportPhoto({ photoId, patches: [], suggestedName: 'lake', encoding: png })).rejects.toThrow(
      /\.$/,
    )
    expect(readdirSync(path.join(folder, 'data'))).not.toContain('out.png')
  })
})
