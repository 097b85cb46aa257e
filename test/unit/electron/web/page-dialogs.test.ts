import { describe, expect, it } from 'vitest'
import type { ChooserRequest } from '../../../../electron/contract/web-shell-protocol.ts'
import { PageDialogs } from '../../../../electron/web/page-dialogs.ts'

function dialogs(): { dialogs: PageDialogs; asked: { id: number; request: ChooserRequest }[] } {
  const asked: { id: number; request: ChooserRequest }[] = []
  return { dialogs: new PageDialogs((id, request) => asked.push({ id, request })), asked }
}

describe('the file dialogs of a page', () => {
  it('carry the question out and the answer back, also when several are open', async () => {
    const { dialogs: page, asked } = dialogs()
    const first = page.chooseFiles({ purpose: 'photos', multiple: true, extensions: ['png'] })
    const second = page.chooseTarget({ purpose: 'project', suggestedName: 'a.cocanvas', extension: 'cocanvas' })
    expect(asked.map(({ request }) => [request.mode, request.multiple])).toEqual([
      ['open', true],
      ['save', false],
    ])
    page.answer(asked[1]?.id ?? -1, ['/home/user/b.cocanvas'])
    page.answer(asked[0]?.id ?? -1, ['/home/user/1.png', '/home/user/2.png'])
    expect(await Promise.all([first, second])).toEqual([
      ['/home/user/1.png', '/home/user/2.png'],
      '/home/user/b.cocanvas',
    ])
    expect(page.lastFolder).toBe('/home/user')
  })

  // Bug it would catch: a page that writes a project over a shell script of the user's.
  it('save under our extension whatever the page answers', async () => {
    const { dialogs: page, asked } = dialogs()
    const target = page.chooseTarget({ purpose: 'export', suggestedName: 'a.png', extension: 'png' })
    page.answer(asked[0]?.id ?? -1, ['/home/user/.bashrc'])
    expect(await target).toBe('/home/user/.bashrc.png')
  })

  it.each([null, [], ['relative.png'], ['/ok.png', '../x.png']])('count %j as cancelled', async (paths) => {
    const { dialogs: page, asked } = dialogs()
    const chosen = page.chooseFiles({ purpose: 'photos', multiple: true, extensions: ['png'] })
    page.answer(asked[0]?.id ?? -1, paths)
    expect(await chosen).toBeUndefined()
  })

  // Bug it would catch: a save that waits for ever for a page that was closed.
  it('are cancelled when the page is gone', async () => {
    const { dialogs: page } = dialogs()
    const chosen = page.chooseFiles({ purpose: 'project', multiple: false, extensions: ['cocanvas'] })
    page.dispose()
    expect(await chosen).toBeUndefined()
  })
})
