import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { askToShow, ShellPlace, type ShowRequest } from '../../../../electron/services/shell-place.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

// Bug it would catch: two shells on one data folder that write each other's lists and journals over.
it('is one shell’s at a time, and a second one can ask the first to be shown', async () => {
  const folder = path.join(temporaryFolder(), 'data')
  const first = await ShellPlace.take(folder)
  if (first === undefined) throw new Error('The folder is free.')
  onTestFinished(() => first.dispose())
  const shown: ShowRequest[] = []
  first.onShow((request) => shown.push(request))
  expect(await ShellPlace.take(folder)).toBeUndefined()
  expect(await askToShow(folder, {})).toBe(true)
  expect(await askToShow(folder, { file: '/home/user/lake.cocanvas' })).toBe(true)
  expect(shown).toEqual([{}, { file: '/home/user/lake.cocanvas' }])
})

it('is free again once its shell has ended, and says so when nobody answers', async () => {
  const folder = path.join(temporaryFolder(), 'data')
  await (await ShellPlace.take(folder))?.dispose()
  expect(await askToShow(folder, {}, 60)).toBe(false)
  const next = await ShellPlace.take(folder)
  expect(next).toBeDefined()
  await next?.dispose()
})
