import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { ShellCalls } from '../../../../../electron/contract/shell-api.ts'
import { shellCalls } from '../../../../../electron/services/calls/shell-calls.ts'
import { announceDocument } from '../../../../../electron/services/calls/announce-document.ts'
import type { OpenRequest, SaveRequest } from '../../../../../electron/services/dialogs.ts'
import { PageJournals } from '../../../../../electron/services/journal/page-journals.ts'
import { OpenPhotos } from '../../../../../electron/services/photos/open-photos.ts'
import { foldersUnder, ShellServices } from '../../../../../electron/services/shell-services.ts'
import { handMadePng } from '../../images/picture-fixtures.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { sampleProject } from '../project/sample-project.ts'

interface Window {
  readonly calls: ShellCalls
  readonly services: ShellServices
  readonly folder: string
  /** What the user will choose next; undefined = cancel. */
  choice: string | undefined
  readonly asked: (OpenRequest | SaveRequest)[]
  /** Events by name, with what was told. */
  readonly told: (readonly [string, unknown])[]
}

function openWindow(): Window {
  const folder = temporaryFolder()
  const services = new ShellServices(
    { kind: 'web', appVersion: '1', locales: [] },
    foldersUnder(path.join(folder, 'data'), path.join(folder, 'program')),
  )
  const window: Omit<Window, 'calls'> = { services, folder, choice: undefined, asked: [], told: [] }
  const calls = shellCalls(services, {
    dialogs: {
      chooseFiles: (request) => {
        window.asked.push(request)
        return Promise.resolve(window.choice === undefined ? undefined : [window.choice])
      },
      chooseTarget: (request) => {
        window.asked.push(request)
        return Promise.resolve(window.choice)
      },
    },
    journals: new PageJournals(services.journals),
    photos: new OpenPhotos(),
    tell: (name, event) => void window.told.push([name, event]),
    setUnsavedChanges: () => undefined,
    showMenu: () => undefined,
    close: () => undefined,
    restartInference: () => Promise.resolve(),
  })
  return Object.assign(window, { calls })
}

describe('saving and opening through dialogs', () => {
  it('saves under the chosen name with our extension, then to the same file without asking', async () => {
    const window = openWindow()
    window.choice = path.join(window.folder, 'my lake')
    const saved = await window.calls.saveProjectAs('My/lake: evening?', sampleProject())
    expect(window.asked).toEqual([
      { purpose: 'project', suggestedName: 'My lake  evening.cocanvas', extension: 'cocanvas' },
    ])
    expect(saved).toMatchObject({ name: 'my lake.cocanvas', folder: window.folder })
    await window.calls.saveProject(saved?.id ?? '', { ...sampleProject(), document: { title: 'changed' } })
    expect(window.asked).toHaveLength(1)
    window.choice = path.join(window.folder, 'my lake.cocanvas')
    const opened = await window.calls.openDocumentDialog()
    expect(opened).toMatchObject({ kind: 'project', project: { content: { document: { title: 'changed' } } } })
    expect((await window.calls.listRecentProjects()).map(({ file }) => file.name)).toEqual(['my lake.cocanvas'])
  })

  it('does nothing when the user cancels', async () => {
    const { calls, folder } = openWindow()
    expect(await calls.saveProjectAs('Lake', sampleProject())).toBeNull()
    expect(await calls.openDocumentDialog()).toBeNull()
    expect(await calls.openImageDialog(256)).toBeNull()
    expect(await calls.openLabelImageDialog()).toBeNull()
    expect(await calls.exportFile({ kind: 'png', suggestedName: 'x', bytes: Uint8Array.of(1) })).toBeNull()
    expect(existsSync(path.join(folder, 'data/recent'))).toBe(false)
  })

  // Bug it would catch: a page that overwrites a file the user never chose.
  it('refuses to save to a file that was never chosen', async () => {
    const { calls, folder } = openWindow()
    await expect(calls.saveProject(path.join(folder, 'x.cocanvas'), sampleProject())).rejects.toThrow(/under a name/)
  })

  it('exports under the chosen name, whole', async () => {
    const window = openWindow()
    window.choice = path.join(window.folder, 'picture.jpg')
    const file = { kind: 'jpeg' as const, suggestedName: 'Picture', bytes: Uint8Array.of(1, 2, 3) }
    expect(await window.calls.exportFile(file)).toEqual({ name: 'picture.jpg', folder: window.folder })
    expect(window.asked).toEqual([{ purpose: 'export', suggestedName: 'Picture.jpg', extension: 'jpg' }])
    expect([...readFileSync(window.choice)]).toEqual([1, 2, 3])
  })

  // Bug it would catch: a page that answers its own dialogs and replaces the settings, a journal or a pack's manifest.
  it('writes nothing into the folders of Cocanvas itself, by whatever path', async () => {
    const window = openWindow()
    const packs = path.join(window.folder, 'program/models/packs')
    mkdirSync(path.join(window.folder, 'data/journals'), { recursive: true })
    mkdirSync(packs, { recursive: true })
    symlinkSync(path.join(window.folder, 'data'), path.join(window.folder, 'elsewhere'))
    writeFileSync(path.join(window.folder, 'data/settings.json'), 'mine')
    symlinkSync(path.join(window.folder, 'data/settings.json'), path.join(window.folder, 'link.json'))
    const file = { kind: 'json' as const, suggestedName: 'x', bytes: Uint8Array.of(1) }
    for (const place of [
      'data/settings.json',
      'data/new.json',
      'elsewhere/a.json',
      'link.json',
      'program/models/packs/a.json',
    ]) {
      window.choice = path.join(window.folder, place)
      await expect(window.calls.exportFile(file), place).rejects.toThrow(/choose another folder/)
    }
    window.choice = path.join(window.folder, 'data/journals/base-0.cocanvas')
    await expect(window.calls.saveProjectAs('x', sampleProject())).rejects.toThrow(/choose another folder/)
    expect(readFileSync(path.join(window.folder, 'data/settings.json'), 'utf8')).toBe('mine')
    window.choice = path.join(window.folder, 'database.json')
    expect(await window.calls.exportFile(file)).toMatchObject({ name: 'database.json' })
  })

  it('opens a label image with its stored values', async () => {
    const window = openWindow()
    window.choice = path.join(window.folder, 'labels.png')
    const rows = [Uint8Array.of(3, 10), Uint8Array.of(22, 0)]
    writeFileSync(window.choice, handMadePng({ width: 2, height: 2, bitDepth: 8, colourType: 0, rows }))
    const opened = await window.calls.openLabelImageDialog()
    expect(opened).toMatchObject({ name: 'labels.png', image: { kind: 'values', values: Uint8Array.of(3, 10, 22, 0) } })
  })
})

describe('pictures that come in and go out', () => {
  it('tells the window of a photo that lacks its end, and opens it', async () => {
    // Bug it would catch: the warning of the command line that no user of the window ever saw.
    const window = openWindow()
    const whole = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#3080c0' } })
      .jpeg()
      .toBuffer()
    const bytes = new Uint8Array(whole.subarray(0, -2))
    expect(await window.calls.decodeImage({ name: 'a.jpg', bytes }, 64)).toMatchObject({ width: 32, height: 32 })
    window.choice = path.join(window.folder, 'b.jpg')
    writeFileSync(window.choice, bytes)
    await window.calls.openImageDialog(64)
    await window.calls.addExemplar({ name: 'c.jpg', bytes })
    expect(window.told.map(([name]) => name)).toEqual(['photoNotice', 'photoNotice', 'photoNotice'])
    for (const [index, name] of ['a.jpg', 'b.jpg', 'c.jpg'].entries())
      expect(JSON.stringify(window.told[index]?.[1])).toContain(`${name} lacks its end marker`)
  })

  it('keeps a photo chosen for the library as the file it is', async () => {
    // Bug it would catch: a JPEG that was decoded, reduced and stored as a PNG several times its size.
    const window = openWindow()
    const bytes = await sharp({ create: { width: 3000, height: 40, channels: 3, background: '#3080c0' } })
      .jpeg()
      .toBuffer()
    expect(await window.calls.addExemplarsByDialog()).toBeNull()
    window.choice = path.join(window.folder, 'harbour.jpg')
    writeFileSync(window.choice, bytes)
    const [entry] = (await window.calls.addExemplarsByDialog()) ?? []
    expect(entry).toMatchObject({ origin: 'own', title: 'harbour', width: 3000, height: 40 })
    const kept = await window.calls.readExemplarBytes(entry?.id ?? '')
    expect(bytes.equals(kept.bytes)).toBe(true)
    // The same file dropped on the window is the same photo.
    expect(await window.calls.addExemplar({ name: 'other.jpg', bytes: new Uint8Array(bytes) })).toEqual(entry)
  })

  it('writes captions in Hangul, not boxes, whatever fonts the system has', async () => {
    // Bug it would catch: two words of the same length that look alike, as boxes do.
    const window = openWindow()
    const fonts = path.join(window.folder, 'program/assets/fonts')
    mkdirSync(fonts, { recursive: true })
    symlinkSync(path.resolve('assets/fonts/wqy-microhei.ttc'), path.join(fonts, 'wqy-microhei.ttc'))
    const box = { width: 200, height: 28 }
    const [one, other] = [await window.calls.renderCaption('결과', box), await window.calls.renderCaption('워프', box)]
    expect(Math.max(...one.data)).toBeGreaterThan(128)
    expect(Buffer.from(one.data).equals(Buffer.from(other.data))).toBe(false)
  })
})

describe('a file from outside', () => {
  it('is shown in the window, or the window says why not', async () => {
    const window = openWindow()
    window.choice = path.join(window.folder, 'lake.cocanvas')
    await window.calls.saveProjectAs('lake', sampleProject())
    const told: [string, unknown][] = []
    const tell = (name: string, event: unknown): void => void told.push([name, event])
    const photos = new OpenPhotos()
    await announceDocument(window.services, window.choice, { tell, photos })
    writeFileSync(window.choice, 'no project any more')
    await announceDocument(window.services, window.choice, { tell, photos })
    expect(told[0]).toMatchObject(['documentOpened', { kind: 'project', project: { file: { name: 'lake.cocanvas' } } }])
    expect(told[1]?.[0]).toBe('documentRefused')
    expect(JSON.stringify(told[1]?.[1])).toMatch(/lake\.cocanvas is no Cocanvas project/)
  })

  it('is opened to be edited when it is a photo, and refused when it only has the name of one', async () => {
    const window = openWindow()
    const photo = path.join(window.folder, 'meadow.png')
    await sharp(Buffer.alloc(18, 90), { raw: { width: 3, height: 2, channels: 3 } })
      .png()
      .toFile(photo)
    const told: [string, unknown][] = []
    const tell = (name: string, event: unknown): void => void told.push([name, event])
    const photos = new OpenPhotos()
    await announceDocument(window.services, photo, { tell, photos })
    writeFileSync(photo, 'no photo any more')
    await announceDocument(window.services, photo, { tell, photos })
    expect(told[0]).toMatchObject([
      'documentOpened',
      { kind: 'photo', photo: { name: 'meadow.png', width: 3, height: 2 } },
    ])
    // What was opened stays what it was, although the file has changed.
    expect(photos.get('photo-1').file.pixels.data[0]).toBe(90)
    expect(told[1]?.[0]).toBe('documentRefused')
    expect(JSON.stringify(told[1]?.[1])).toMatch(/meadow\.png/)
  })
})
