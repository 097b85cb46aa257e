import type { ComponentProps, ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { isAvailable, runCommand } from './command.ts'
import { useCommands, useShortcuts } from './commands-context.ts'

type IconButtonProps = ComponentProps<typeof IconButton>

interface CommandButtonProps extends Pick<IconButtonProps, 'icon' | 'pressed' | 'size' | 'tooltipSide'> {
  readonly command: string
}

/**
 * A button for a command of the registry: words, key, whether it is available and what happens are the command's. Whoever
 * shows it renders again when that may have changed.
 */
export function CommandButton({ command: id, ...look }: CommandButtonProps): ReactElement | null {
  const t = useTranslate()
  const keys = useShortcuts()
  const command = useCommands().get(id)
  if (command === undefined) return null
  return (
    <IconButton
      {...look}
      label={t(command.title)}
      shortcut={keys(id)}
      disabled={!isAvailable(command)}
      onPress={() => runCommand(command)}
    />
  )
}
