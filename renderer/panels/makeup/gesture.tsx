import type { ReactElement, ReactNode } from 'react'

import { useMakeUp } from './makeup-context.ts'

/** Controls whose changes become one step when they are released: undo takes back a slider's whole way at once. */
export function Gesture({
  children,
  className,
}: {
  readonly children: ReactNode
  readonly className?: string | undefined
}): ReactElement {
  const studio = useMakeUp()
  const mark = (): void => studio.mark()
  return (
    <div className={className} onPointerUp={mark} onKeyUp={mark} onBlur={mark}>
      {children}
    </div>
  )
}
