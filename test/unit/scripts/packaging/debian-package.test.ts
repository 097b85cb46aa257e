import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasProgram } from '../../../../scripts/packaging/build-package.mjs'
import { makeDebianPackage } from '../../../../scripts/packaging/debian-package.mjs'
import { controlText, readFpmArguments } from '../../../../scripts/packaging/fpm-arguments.mjs'
import { temporaryFolder } from '../../temporary-folder.ts'

/** What electron-builder 26.17 gives to fpm, shortened. */
function fpmArguments(app: string, output: string): string[] {
  return [
    ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0', '-d', 'libnss3', '--deb-recommends', 'libx'],
    ...['--deb-compression', 'xz', '--architecture', 'amd64', '--after-install', path.join(app, '../postinst')],
    ...['--description', 'Paint a layout\n An editor.', '--version', '0.1.0', '--package', output],
    ...['--name', 'cocanvas', '--maintainer', 'Nobody', '--vendor', 'Nobody', '--url', 'https://x.example'],
    ...['--deb-priority', 'optional', '--license', 'MIT', `${app}/=/opt/Cocanvas`],
    `${path.join(app, '../a.desktop')}=/usr/share/applications/cocanvas.desktop`,
  ]
}

describe('the arguments that electron-builder gives', () => {
  it('become a control file', () => {
    expect(controlText(readFpmArguments(fpmArguments('/tmp/app', '/tmp/out.deb')), 1234)).toBe(
      [
        'Package: cocanvas',
        'Version: 0.1.0',
        'Architecture: amd64',
        'Maintainer: Nobody',
        'Installed-Size: 1234',
        'Depends: libgtk-3-0, libnss3',
        'Recommends: libx',
        'Section: graphics',
        'Priority: optional',
        'Description: Paint a layout',
        ' An editor.',
        '',
      ].join('\n'),
    )
  })

  // Bug it would catch: a later electron-builder that asks for something which is then left out in silence.
  it('are refused when they ask for something unknown', () => {
    expect(() => readFpmArguments(['-s', 'dir', '-t', 'rpm'])).toThrow(/makes a deb/)
    expect(() => readFpmArguments(['--deb-systemd', 'x.service'])).toThrow(/--deb-systemd/)
  })
})

describe.skipIf(!hasProgram('dpkg-deb'))('a Debian package', () => {
  it('holds the files where they belong, owned by root, readable by all', () => {
    const folder = temporaryFolder()
    const app = path.join(folder, 'app')
    mkdirSync(app)
    writeFileSync(path.join(app, 'cocanvas'), '#!/bin/sh\n')
    chmodSync(path.join(app, 'cocanvas'), 0o755)
    writeFileSync(path.join(folder, 'postinst'), '#!/bin/sh\n')
    writeFileSync(path.join(folder, 'a.desktop'), '[Desktop Entry]\n')
    const output = path.join(folder, 'out/cocanvas.deb')
    makeDebianPackage(fpmArguments(app, output))
    const listing = execFileSync('dpkg-deb', ['-c', output], { encoding: 'utf8' })
    expect(listing).toMatch(/^drwxr-xr-x root\/root .* \.\/$/m)
    expect(listing).toMatch(/^-rwxr-xr-x root\/root .* \.\/opt\/Cocanvas\/cocanvas$/m)
    expect(listing).toMatch(/^-rw-r--r-- root\/root .* \.\/usr\/share\/applications\/cocanvas\.desktop$/m)
    expect(execFileSync('dpkg-deb', ['-f', output, 'Package'], { encoding: 'utf8' }).trim()).toBe('cocanvas')
    expect(execFileSync('dpkg-deb', ['-I', output, 'postinst'], { encoding: 'utf8' })).toBe('#!/bin/sh\n')
  })
})
