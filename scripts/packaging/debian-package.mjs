#!/usr/bin/env node
/**
 * Replaces fpm, which electron-builder calls and would have to download: makes the .deb with dpkg-deb, which every
 * Debian has. Understands the arguments that electron-builder gives for a .deb (FpmTarget) and refuses all others.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { controlText, readFpmArguments } from './fpm-arguments.mjs'

/** @param {readonly string[]} args */
export function makeDebianPackage(args) {
  const request = readFpmArguments(args)
  const folder = mkdtempSync(path.join(tmpdir(), 'cocanvas-deb-'))
  try {
    // A temporary folder can be read only by its owner, but here it becomes the root of the package.
    chmodSync(folder, 0o755)
    for (const { source, target } of request.contents) cpSync(source, path.join(folder, target), { recursive: true })
    mkdirSync(path.join(folder, 'DEBIAN'))
    for (const [name, script] of Object.entries(request.scripts)) {
      cpSync(script, path.join(folder, 'DEBIAN', name))
      chmodSync(path.join(folder, 'DEBIAN', name), 0o755)
    }
    writeFileSync(path.join(folder, 'DEBIAN/control'), controlText(request, Math.ceil(bytesUnder(folder) / 1024)))
    mkdirSync(path.dirname(request.output), { recursive: true })
    // All files belong to root in the package, whoever made them.
    const options = ['--root-owner-group', `-Z${request.compression}`, '--build', folder, request.output]
    execFileSync('dpkg-deb', options, { stdio: ['ignore', 'ignore', 'inherit'] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} folder
 * @returns {number}
 */
function bytesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => lstatSync(path.join(folder, String(name))))
    .reduce((sum, status) => sum + (status.isFile() ? status.size : 0), 0)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) makeDebianPackage(process.argv.slice(2))
