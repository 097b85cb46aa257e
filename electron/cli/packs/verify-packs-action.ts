import { findPack, listPacks, type InstalledPack } from '../../packs/installed-pack.ts'
import { verifyPack } from '../../packs/verify-pack.ts'
import { writeJson, type CliEnvironment } from '../environment.ts'
import { EXIT_CODES } from '../exit-codes.ts'
import { describeFailure, PartialFailure } from '../failures.ts'

/** What checking one pack found. */
export interface PackCheck {
  readonly id: string
  readonly whole: boolean
  /** The fault, when not whole. */
  readonly message?: string
}

/** Checks every file of every pack (or of those named) against its manifest. Faults are results here, not errors. */
export async function checkPacks(folders: readonly string[], ids: readonly string[]): Promise<readonly PackCheck[]> {
  if (ids.length > 0) return Promise.all((await Promise.all(ids.map((id) => findPack(folders, id)))).map(checkPack))
  const { packs, broken } = await listPacks(folders)
  const checks = await Promise.all(packs.map(checkPack))
  return [...checks, ...broken.map(({ folder, message }) => ({ id: folder, whole: false, message }))]
}

/** `packs verify`: sizes and SHA-256 of all graphs; exit code 3 if any pack is broken. */
export async function verifyPacksAction(
  ids: readonly string[],
  json: boolean,
  environment: CliEnvironment,
): Promise<void> {
  const checks = await checkPacks(environment.models.packFolders, ids)
  if (json) writeJson(environment, { command: 'packs verify', packs: checks })
  for (const { id, whole, message } of json ? [] : checks) {
    environment.stdout.write(`${id}: ${whole ? 'whole' : (message ?? 'broken')}\n`)
  }
  const broken = checks.filter(({ whole }) => !whole).length
  if (broken > 0) {
    throw new PartialFailure(
      `${String(broken)} of ${String(checks.length)} packs ${broken === 1 ? 'is' : 'are'} broken; install them again.`,
      EXIT_CODES.packFailure,
    )
  }
  if (checks.length === 0) throw new PartialFailure('No pack is installed; install one first.', EXIT_CODES.packFailure)
}

async function checkPack(pack: InstalledPack): Promise<PackCheck> {
  try {
    await verifyPack(pack)
    return { id: pack.manifest.id, whole: true }
  } catch (error) {
    return { id: pack.manifest.id, whole: false, message: describeFailure(error).message }
  }
}
