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
 * A button for a command of the registry, which gives its words, its key, its availability and its action. The
 * component that shows it must render again when these may have changed.
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
