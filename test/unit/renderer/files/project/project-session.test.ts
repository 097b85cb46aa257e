import { afterEach, describe, expect, it, vi } from 'vitest'

import { Announcer } from '../../../../../renderer/shared/notices/announcer.ts'
import { newDocument } from '../../../../../renderer/model/document/new-document.ts'
import { ProjectSession } from '../../../../../renderer/files/project/project-session.ts'
import type { ProjectPart } from '../../../../../renderer/files/project/project-part.ts'
import type { ProjectShell } from '../../../../../renderer/files/project/project-session-parts.ts'
import { TestEditor } from '../../test-editor.ts'

const DOCUMENT = { name: 'Test', width: 256, height: 256, backdropClassId: 0, layerName: 'Layout' }

/** An open, saved document, and what its session asks of the shell from then on. */
async function openSession(
  parts: readonly ProjectPart[] = [],
): Promise<{ user: TestEditor; session: ProjectSession; asked: string[] }> {
  const user = new TestEditor()
  const asked: string[] = []
  const refused = (): Promise<never> => Promise.reject(new Error('No test asks for this.'))
  const shell: ProjectShell = {
    startJournal: () => later(() => void asked.push('startJournal')),
    appendJournal: () => later(() => void asked.push('appendJournal')),
    discardJournal: () => later(() => void asked.push('discardJournal')),
    setUnsavedChanges: (unsaved) => later(() => void asked.push(`unsaved: ${unsaved}`)),
    encodeImage: () => Promise.resolve(new Uint8Array([0x89, 0x50])),
    decodeImage: refused,
    saveProject: refused,
    saveProjectAs: (name) => {
      asked.push('saveProjectAs')
      return Promise.resolve({ id: 'file', name, folder: '/home' })
    },
  }
  const session = new ProjectSession({
    store: user.store,
    editor: user.editor,
    shell,
    announcer: new Announcer(user.store),
    packId: () => 'tiny',
    takePack: () => undefined,
    parts,
  })
  let ids = 0
  await session.begin(newDocument(DOCUMENT, () => `document-${(ids += 1)}`))
  await quiet()
  asked.length = 0
  return { user, session, asked }
}

/** As a call of another process: its effect is there a moment after it was made. */
async function later(act: () => void): Promise<void> {
  await quiet()
  act()
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

afterEach(() => void vi.unstubAllGlobals())

describe('an open project', () => {
  // Bug it would catch: a window closed at once after an undo, whose journal still offers the undone step at the next start.
  it('lets the shell close without a word only once its journal has nothing to offer', async () => {
    const { user, session, asked } = await openSession()
    user.tool('rectangle').drag([10, 10], [50, 50])
    await expect.poll(() => asked).toContain('unsaved: true')
    user.editor.undo()
    await expect.poll(() => session.view.get().unsaved).toBe(false)
    await expect.poll(() => asked).toContain('unsaved: false')
    expect(asked.slice(-2)).toEqual(['startJournal', 'unsaved: false'])
  })

  it('stays unsaved for the shell when one paints on meanwhile', async () => {
    const { user, asked } = await openSession()
    user.tool('rectangle').drag([10, 10], [50, 50])
    await expect.poll(() => asked).toContain('unsaved: true')
    user.editor.undo()
    await Promise.resolve()
    user.drag([60, 60], [90, 90])
    await expect.poll(() => asked.lastIndexOf('appendJournal')).toBeGreaterThan(asked.indexOf('startJournal'))
    expect(asked).not.toContain('unsaved: false')
  })

  // Bug it would catch: a save during a restore that writes half of the document, and then shows it as unsaved for good.
  it('saves a document that is being opened once all of it is there', async () => {
    let show = (): void => undefined
    const shown = new Promise<void>((resolve) => (show = resolve))
    let slow = false
    const part: ProjectPart = {
      name: 'slow',
      save: () => Promise.resolve({ state: null, pictures: [] }),
      restore: () => (slow ? shown : Promise.resolve()),
      subscribe: () => () => undefined,
    }
    vi.stubGlobal('navigator', { languages: ['en'] })
    const { session, asked } = await openSession([part])
    slow = true
    const opening = session.begin(newDocument(DOCUMENT, () => `second-${asked.length}`))
    const saving = session.saveAs()
    await quiet()
    expect(asked).not.toContain('saveProjectAs')
    show()
    await opening
    expect(await saving).toBe(true)
    expect(session.view.get().unsaved).toBe(false)
  })
})
