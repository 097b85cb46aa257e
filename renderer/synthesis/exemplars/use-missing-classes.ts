import { useEffect, useMemo, useState } from 'react'
import { useSelector } from 'react-redux'

import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { useExemplars } from './exemplars-context.ts'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { sharesByClass, suitability, type ClassShares } from './class-coverage.ts'

/** The warning may come this much later than the stroke. */
const REFRESH_MS = 700

/** The classes that a layer paints and its photo lacks; none until the photo is labelled. */
export function useMissingClasses(layerId: string, exemplarId: string): readonly PackClass[] {
  const { rasters } = useEditor()
  const classes = useSelector(selectClasses)
  const ofPhoto = useObservable(useExemplars().library.readings.shares).get(exemplarId)
  const [painted, setPainted] = useState<ClassShares>(new Map())
  useEffect(() => {
    let timer: number | undefined
    const refresh = (): void => {
      timer = undefined
      setPainted(sharesByClass(rasters.get(layerId) ?? { data: new Uint8Array() }, classes))
    }
    refresh()
    const stop = rasters.subscribe((change) => {
      if (change.layerId === layerId) timer ??= window.setTimeout(refresh, REFRESH_MS)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [rasters, layerId, classes])
  return useMemo(() => {
    const missing = ofPhoto === undefined ? [] : suitability(painted, ofPhoto).missingIds
    return missing.flatMap((id) => classes.find((each) => each.id === id) ?? [])
  }, [painted, ofPhoto, classes])
}
