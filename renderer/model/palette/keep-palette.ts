import type { Dispatch } from '@reduxjs/toolkit'

import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { ReadonlyObservable } from '../../shared/lib/observable.ts'
import type { WindowSettings } from '../../shared/settings/window-settings.ts'
import { paletteRestored, type PaletteState } from './palette-slice.ts'

export interface KeepPaletteParts {
  readonly store: {
    readonly getState: () => { readonly palette: PaletteState }
    readonly dispatch: Dispatch
    readonly subscribe: (listener: () => void) => () => void
  }
  readonly settings: Pick<WindowSettings, 'get' | 'change'>
  readonly manifest: ReadonlyObservable<PackManifest | undefined>
  readonly report: (error: unknown) => void
}

/** Remembers favourite and recent classes per pack from one start to the next. @returns what ends it */
export function keepPalette({ store, settings, manifest, report }: KeepPaletteParts): () => void {
  let seen = store.getState().palette
  const restore = (): void => {
    const id = manifest.get()?.id
    if (id === undefined) return
    const { favouriteClasses, recentClasses } = settings.get()
    store.dispatch(
      paletteRestored({ favouriteIds: favouriteClasses[id] ?? [], recentIds: recentClasses[id] ?? [], lockedIds: [] }),
    )
    seen = store.getState().palette
  }
  const keep = (): void => {
    const { palette } = store.getState()
    const before = seen
    seen = palette
    const id = manifest.get()?.id
    // The classes are another pack's now; its own favourites are being loaded.
    if (id === undefined || palette.classes !== before.classes) return
    if (palette.favouriteIds === before.favouriteIds && palette.recentIds === before.recentIds) return
    const { favouriteClasses, recentClasses } = settings.get()
    settings
      .change({
        favouriteClasses: { ...favouriteClasses, [id]: [...palette.favouriteIds] },
        recentClasses: { ...recentClasses, [id]: [...palette.recentIds] },
      })
      .catch(report)
  }
  restore()
  const stops = [manifest.subscribe(restore), store.subscribe(keep)]
  return () => stops.forEach((stop) => stop())
}
