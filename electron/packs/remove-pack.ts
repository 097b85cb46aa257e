import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { CocanvasError } from '../contract/error-codes.ts'

/**
 * Removes a pack that the user installed. The folder first gets a name that is no pack's, so that it is gone whole
 * even if deleting its files stops half-way.
 *
 * @param userPacks the only folder from which packs may be removed
 * @throws CocanvasError `bad-request` for a shipped pack or when the folder cannot be removed.
 */
export async function removePack(folder: string, userPacks: string): Promise<void> {
  const id = basename(folder)
  if (resolve(dirname(folder)) !== resolve(userPacks))
    throw new CocanvasError(
      'bad-request',
      `${id} came with Cocanvas and cannot be removed; only packs in ${userPacks} can.`,
    )
  const doomed = join(dirname(folder), `.removed-${id}-${randomUUID()}`)
  try {
    await rename(folder, doomed)
    await rm(doomed, { recursive: true })
  } catch (cause) {
    throw new CocanvasError('bad-request', `${folder} cannot be removed; check that you may change it and try again.`, {
      cause,
    })
  }
}
