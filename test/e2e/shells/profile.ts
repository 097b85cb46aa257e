import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'
import { repositoryFolder } from './repository.ts'

/** One user of one test, who has nothing but what the test gives. */
export interface Profile {
  /** Cocanvas' own data: settings, journals, library. */
  readonly dataFolder: string
  /** The user's home, where file dialogs begin. */
  readonly userFolder: string
  /** Makes a shell use them. */
  readonly environment: Readonly<Record<string, string>>
}

/** A fresh profile that knows one small pack (`tiny`), besides those that ship. */
export function createProfile(settings: Partial<EditorSettings>): Profile {
  const folder = mkdtempSync(path.join(tmpdir(), 'cocanvas-e2e-'))
  const dataFolder = path.join(folder, 'data')
  const userFolder = path.join(folder, 'home')
  mkdirSync(path.join(dataFolder, 'packs'), { recursive: true })
  mkdirSync(userFolder)
  cpSync(path.join(repositoryFolder, 'test/fixtures/packs/tiny'), path.join(dataFolder, 'packs/tiny'), {
    recursive: true,
  })
  if (Object.keys(settings).length > 0) {
    writeFileSync(
      path.join(dataFolder, 'settings.json'),
      // One size for all live pictures: a measurement that ends between two looks would make them differ.
      JSON.stringify({ formatVersion: 1, startScreen: false, liveSide: 256, ...settings }),
    )
  }
  return { dataFolder, userFolder, environment: { COCANVAS_DATA: dataFolder, HOME: userFolder } }
}

export function removeProfile({ dataFolder }: Profile): void {
  // A browser that was killed a moment ago may still be letting go of its files.
  rmSync(path.dirname(dataFolder), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
