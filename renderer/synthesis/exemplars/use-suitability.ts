import { useEffect, useMemo, useState } from 'react'

import { useObservable } from '../../shared/lib/use-observable.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { usePacks } from '../packs/packs-context.ts'
import { useExemplars } from './exemplars-context.ts'
import { sharesByClass, suitability, type ClassShares, type Suitability } from './class-coverage.ts'

/** The ranking may come this much later than the stroke. */
const REFRESH_MS = 700

/** How well each labelled photo of the library suits the layout as it is now, by exemplar id. */
export function useSuitability(): ReadonlyMap<string, Suitability> {
  const { layout, rasters } = useEditor()
  const { library } = useExemplars()
  const packs = usePacks()
  const shares = useObservable(library.readings.shares)
  const manifest = useObservable(packs.manifest)
  const [layoutShares, setLayoutShares] = useState<ClassShares>(new Map())
  useEffect(() => {
    let timer: number | undefined
    const refresh = (): void => {
      timer = undefined
      setLayoutShares(sharesByClass(layout.get(), manifest?.classes ?? []))
    }
    refresh()
    const stop = rasters.subscribe(() => {
      timer ??= window.setTimeout(refresh, REFRESH_MS)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [layout, rasters, manifest])
  return useMemo(
    () => new Map([...shares].map(([id, exemplar]) => [id, suitability(layoutShares, exemplar)] as const)),
    [shares, layoutShares],
  )
}
