import type { ReactElement } from 'react'

import { useSettings } from '../settings/settings-context.ts'
import { useSettingsChange } from '../settings/use-settings-change.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Panel } from '../ui/panel.tsx'
import type { PanelContribution } from './contribution.ts'

interface SidePanelsProps {
  readonly panels: readonly PanelContribution[]
}

/** The foldable sections on the right; the next start remembers which are folded. */
export function SidePanels({ panels }: SidePanelsProps): ReactElement[] {
  return panels.map((panel) => <SidePanel key={panel.id} panel={panel} />)
}

const always = (): boolean => true

function SidePanel({ panel }: { readonly panel: PanelContribution }): ReactElement | null {
  const { id, title, component: Component, actions: Actions, startsOpen = true, yields } = panel
  const { useShown = always } = panel
  const t = useTranslate()
  const remembered = useSettings().panels
  const change = useSettingsChange()
  if (!useShown()) return null
  const open = remembered[id]
  return (
    <Panel
      title={t(title)}
      open={typeof open === 'boolean' ? open : startsOpen}
      onOpenChange={(opened) => change({ panels: { ...remembered, [id]: opened } })}
      yields={yields}
      actions={Actions === undefined ? undefined : <Actions />}
    >
      <Component />
    </Panel>
  )
}
