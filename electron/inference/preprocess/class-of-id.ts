import type { PackManifest } from '../../contract/pack-manifest.ts'

/** Primary class id of every id that a pack knows: a class gives itself, an alias its class. */
export function classOfId(classes: PackManifest['classes']): ReadonlyMap<number, number> {
  return new Map(classes.flatMap((entry) => [entry, ...entry.aliases].map(({ id }) => [id, entry.id] as const)))
}
