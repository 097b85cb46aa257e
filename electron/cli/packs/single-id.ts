import { UsageError } from '../arguments/usage-error.ts'

/** The one pack that an action is about. @throws UsageError for none or several. */
export function singleId(action: string, ids: readonly string[]): string {
  const [id] = ids
  if (id === undefined || ids.length > 1)
    throw new UsageError(`packs ${action} needs the id of one pack; "cocanvas packs" lists them.`)
  return id
}
