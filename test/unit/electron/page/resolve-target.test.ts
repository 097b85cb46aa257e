import { describe, expect, it } from 'vitest'
import type { FolderListing } from '../../../../electron/contract/web-shell-protocol.ts'
import { resolveTarget } from '../../../../electron/page/chooser/resolve-target.ts'

const LISTING: FolderListing = {
  path: '/home/user',
  parent: '/home',
  places: [],
  entries: [
    { name: 'old', path: '/home/user/old', kind: 'folder' },
    { name: 'lake.cocanvas', path: '/home/user/lake.cocanvas', kind: 'file' },
  ],
}
const OPEN = { mode: 'open', extensions: ['cocanvas'] } as const
const SAVE = { mode: 'save', extensions: ['cocanvas'] } as const

describe('what a person means in the file chooser', () => {
  it.each([
    ['nothing yet', OPEN, '', [], undefined],
    ['the selection', OPEN, ' ', ['/home/user/lake.cocanvas'], { kind: 'files', paths: ['/home/user/lake.cocanvas'] }],
    ['a folder by its name', OPEN, 'old', [], { kind: 'folder', path: '/home/user/old' }],
    ['a folder anywhere', OPEN, '/tmp/', [], { kind: 'folder', path: '/tmp/' }],
    ['a file by its name', OPEN, 'lake.cocanvas', [], { kind: 'files', paths: ['/home/user/lake.cocanvas'] }],
    ['a file anywhere', OPEN, '/tmp/a.cocanvas', [], { kind: 'files', paths: ['/tmp/a.cocanvas'] }],
    ['a new file', SAVE, 'hill', [], { kind: 'files', paths: ['/home/user/hill.cocanvas'] }],
    // Bug it would catch: a file that is looked for, and replaced, under a name that it does not get.
    ['an old file without its extension', SAVE, 'lake', [], { kind: 'files', paths: ['/home/user/lake.cocanvas'] }],
    ['a file elsewhere', SAVE, '/tmp/a', [], { kind: 'files', paths: ['/tmp/a.cocanvas'] }],
  ] as const)('%s', (_what, request, name, selected, expected) => {
    expect(resolveTarget({ ...request, extensions: [...request.extensions] }, LISTING, name, selected)).toEqual(
      expected,
    )
  })

  it('is joined the way of the system that lists the folder', () => {
    const windows = { ...LISTING, path: 'C:\\Users\\me', entries: [] }
    expect(resolveTarget({ mode: 'save', extensions: ['png'] }, windows, 'a', [])).toMatchObject({
      paths: ['C:\\Users\\me\\a.png'],
    })
    expect(
      resolveTarget({ mode: 'save', extensions: ['png'] }, { ...LISTING, path: '/', entries: [] }, 'a', []),
    ).toMatchObject({ paths: ['/a.png'] })
  })
})
