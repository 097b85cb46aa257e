import type { ReactElement, ReactNode } from 'react'

import { useMakeUp } from './makeup-context.ts'

/** Controls whose changes become one step when the hand leaves them: a slider's way is undone at once, not point by point. */
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
