import { useEffect, useState } from 'react'
import { useStore } from 'react-redux'

import { useEditor } from '../../painting/editor/editor-context.ts'
import { countClasses } from '../../model/palette/class-shares.ts'

/** The list may come this much later than the stroke; counting a million pixels in every frame would be too slow. */
const REFRESH_MS = 250

/** Share of the layout that each class id covers, 0..1 by id; refreshed while one paints. */
export function useClassShares(): readonly number[] {
  const { layout, rasters } = useEditor()
  const store = useStore()
  const [shares, setShares] = useState<readonly number[]>([])
  useEffect(() => {
    let timer: number | undefined
    const refresh = (): void => {
      timer = undefined
      const { data } = layout.get()
      setShares(Array.from(countClasses(data), (count) => count / data.length))
    }
    const schedule = (): void => {
      timer ??= window.setTimeout(refresh, REFRESH_MS)
    }
    schedule()
    const stops = [rasters.subscribe(schedule), store.subscribe(schedule)]
    return () => {
      window.clearTimeout(timer)
      stops.forEach((stop) => stop())
    }
  }, [layout, rasters, store])
  return shares
}
