import { lookOf, type MakeUpLook } from '../../model/makeup/makeup-look.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useMakeUp } from './makeup-context.ts'

/** What the chosen face wears now. */
export function useLook(): MakeUpLook {
  const studio = useMakeUp()
  const { looks } = useObservable(studio.decisions)
  return lookOf(looks, useObservable(studio.face))
}
