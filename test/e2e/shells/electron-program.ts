import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryFolder } from './repository.ts'

export const NO_ELECTRON =
  'There is no Electron binary on this machine: fetch it with `npx install-electron`, or name one in ELECTRON_BIN.'

/** The real Electron, or undefined. Its package is never loaded: that would try to download it. */
export function electronProgram(): string | undefined {
  const chosen = process.env['ELECTRON_BIN']
  const program = chosen === undefined || chosen === '' ? installedProgram() : chosen
  return program !== undefined && existsSync(program) ? program : undefined
}

/** Its installer notes the name of the program, which differs between systems. */
function installedProgram(): string | undefined {
  const folder = path.join(repositoryFolder, 'node_modules/electron')
  const note = path.join(folder, 'path.txt')
  return existsSync(note) ? path.join(folder, 'dist', readFileSync(note, 'utf8').trim()) : undefined
}
