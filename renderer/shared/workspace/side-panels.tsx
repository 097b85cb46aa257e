import type { ReactElement } from 'react'

import { useSettings } from '../settings/settings-context.ts'
import { useSettingsChange } from '../settings/use-settings-change.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Panel } from '../ui/panel.tsx'
import type { PanelContribution } from './contribution.ts'

/** The foldable sections on the right; the next start remembers which are folded. */
export function SidePanels({ panels }: { readonly panels: readonly PanelContribution[] }): ReactElement[] {
  const t = useTranslate()
  const remembered = useSettings().panels
  const change = useSettingsChange()
  return panels.map(({ id, title, component: Component, actions: Actions, startsOpen = true, yields = false }) => {
    const open = remembered[id]
    return (
      <Panel
        key={id}
        title={t(title)}
        open={typeof open === 'boolean' ? open : startsOpen}
        onOpenChange={(opened) => change({ panels: { ...remembered, [id]: opened } })}
        yields={yields}
        actions={Actions === undefined ? undefined : <Actions />}
      >
        <Component />
      </Panel>
    )
  })
}
