import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileInArguments } from '../../../../electron/main/opened-files.ts'

describe('the file that a command line names', () => {
  it.each([
    [['/opt/cocanvas'], undefined],
    [['/opt/cocanvas', '/home/user/lake.cocanvas'], '/home/user/lake.cocanvas'],
    [['electron', '.', 'lake.cocanvas'], '/work/lake.cocanvas'],
    [['cocanvas', 'A.COCANVAS', 'b.cocanvas'], '/work/b.cocanvas'],
    [['cocanvas', 'photo.jpg'], '/work/photo.jpg'],
    [['cocanvas', 'notes.txt'], undefined],
    // Bug it would catch: "Open with" in GNOME on a photo of a camera, whose names are in capitals.
    [['cocanvas', 'file:///media/card/DSC%200042.JPG'], '/media/card/DSC 0042.JPG'],
    // Bug it would catch: a double click in GNOME, which hands over an address and no path.
    [['cocanvas', 'file:///home/user/lake%20at%20dusk.cocanvas'], '/home/user/lake at dusk.cocanvas'],
    [['cocanvas', 'file://elsewhere/lake.cocanvas'], '/work/file:/elsewhere/lake.cocanvas'],
    // Bug it would catch: a switch of Chromium's that is opened as a file.
    [['cocanvas', '--user-data-dir=/x/y.cocanvas', 'a.cocanvas', '--flag'], '/work/a.cocanvas'],
    // Bug it would catch: a program that is installed under such a name and opens itself.
    [['/opt/x.cocanvas'], undefined],
  ])('%j names %j', (arguments_, expected) => {
    expect(fileInArguments(arguments_, '/work')).toBe(expected === undefined ? undefined : path.resolve(expected))
  })
})
