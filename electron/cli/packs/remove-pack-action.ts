import { join } from 'node:path'
import { findPack } from '../../packs/installed-pack.ts'
import { userPackFolder } from '../../packs/pack-folders.ts'
import { removePack } from '../../packs/remove-pack.ts'
import { writeJson, type CliEnvironment } from '../environment.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import { singleId } from './single-id.ts'

/** `packs remove ID`: deletes a pack of the user's own folder, also one that is broken. */
export async function removePackAction(
  ids: readonly string[],
  json: boolean,
  environment: CliEnvironment,
): Promise<void> {
  const id = singleId('remove', ids)
  const userPacks = userPackFolder(environment.dataFolder)
  const folder = await folderOf(id, environment, userPacks)
  await removePack(folder, userPacks)
  if (json) writeJson(environment, { command: 'packs remove', id, folder })
  else environment.stdout.write(`${id} is removed from ${userPacks}.\n`)
}

async function folderOf(id: string, environment: CliEnvironment, userPacks: string): Promise<string> {
  try {
    return (await findPack(environment.models.packFolders, id)).folder
  } catch (error) {
    // A pack whose manifest is broken is a good reason to remove it; its folder's name is its id.
    if (error instanceof CocanvasError && error.code === 'pack-broken') return join(userPacks, id)
    throw error
  }
}
