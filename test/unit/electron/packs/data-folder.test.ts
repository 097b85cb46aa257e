import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { userDataFolder } from '../../../../electron/packs/data-folder.ts'

const folder = (platform: NodeJS.Platform, environment: Record<string, string>): string =>
  userDataFolder({ platform, environment, homeFolder: '/home/ada' })

describe('userDataFolder', () => {
  it.each([
    ['linux', {}, path.join('/home/ada', '.local', 'share', 'cocanvas')],
    ['linux', { XDG_DATA_HOME: '/data' }, path.join('/data', 'cocanvas')],
    // The specification says that an empty variable counts as unset; taken literally it would mean the root folder.
    ['linux', { XDG_DATA_HOME: '' }, path.join('/home/ada', '.local', 'share', 'cocanvas')],
    ['darwin', { XDG_DATA_HOME: '/data' }, path.join('/home/ada', 'Library', 'Application Support', 'Cocanvas')],
    ['win32', { LOCALAPPDATA: '/local' }, path.join('/local', 'Cocanvas')],
    ['linux', { COCANVAS_DATA: '/own', XDG_DATA_HOME: '/data' }, '/own'],
  ] as const)('on %s with %o', (platform, environment, expected) => {
    expect(folder(platform, environment)).toBe(expected)
  })
})
