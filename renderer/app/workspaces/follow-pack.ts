import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { ReadonlyObservable } from '../../shared/lib/observable.ts'
import { selectWorkspace, workspaceChosen } from '../../shared/workspace/workspace-slice.ts'
import { drawnKind } from '../../synthesis/conditions/condition-table.ts'
import type { AppStore } from '../store.ts'
import { paintWorkspace } from './paint-workspace.ts'
import { peopleWorkspace } from './people-workspace.tsx'

/**
 * While a pack of poses makes the pictures, shows the workspace for people instead of the one for painting; other
 * workspaces stay.
 *
 * @returns what ends it
 */
export function followPack(store: AppStore, manifest: ReadonlyObservable<PackManifest | undefined>): () => void {
  const follow = (): void => {
    const pack = manifest.get()
    const posing = pack !== undefined && drawnKind(pack) === 'pose'
    const current = selectWorkspace(store.getState())
    if (posing && current === paintWorkspace.id) store.dispatch(workspaceChosen(peopleWorkspace.id))
    if (!posing && current === peopleWorkspace.id) store.dispatch(workspaceChosen(paintWorkspace.id))
  }
  follow()
  const stops = [manifest.subscribe(follow), store.subscribe(follow)]
  return () => stops.forEach((stop) => stop())
}
