import { listPacks } from '../../packs/installed-pack.ts'
import { aligned } from '../arguments/help-text.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { writeJson, type CliEnvironment } from '../environment.ts'

/** `packs list`: one line per pack; those that cannot be used are named with the reason. */
export async function listPacksAction(
  ids: readonly string[],
  json: boolean,
  environment: CliEnvironment,
): Promise<void> {
  if (ids.length > 0) throw new UsageError('packs list takes no ids; write packs show ID for one pack.')
  const { packs, broken } = await listPacks(environment.models.packFolders)
  if (json) {
    writeJson(environment, {
      command: 'packs list',
      packs: packs.map(({ folder, manifest: { id, version, title, recipe, conditions, sizes, licence, metrics } }) => ({
        id,
        version,
        title,
        recipe,
        conditions: conditions.map(({ kind }) => kind),
        sizes,
        licence: licence.name,
        metrics,
        folder,
      })),
      broken,
    })
    return
  }
  const rows = packs.map(
    ({ manifest: { id, version, conditions, title, classes, licence } }) =>
      [
        `${id} ${version}`,
        `${title} (${conditions.map(({ kind }) => kind).join(' and ')}${classes.length === 0 ? '' : `, ${String(classes.length)} classes`}; ${licence.name})`,
      ] as const,
  )
  for (const line of aligned(rows)) environment.stdout.write(`${line}\n`)
  if (rows.length === 0) environment.stdout.write('No pack is installed.\n')
  for (const { message } of broken) environment.stderr.write(`${message}\n`)
}
