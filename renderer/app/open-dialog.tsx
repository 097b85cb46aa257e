import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { selectOpenDialog } from '../shared/dialogs/dialog-slice.ts'
import { contributionsFor, type Contribution } from './slots.ts'

/** The dialog that a command opened, found among the contributions by its id. */
export function OpenDialog({
  contributions,
}: {
  readonly contributions: readonly Contribution[]
}): ReactElement | null {
  const open = useSelector(selectOpenDialog)
  const found = contributionsFor(contributions, 'dialog').find(({ id }) => id === open)
  return found === undefined ? null : <found.component />
}
