import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import styles from './tool-options.module.css'
import { toolTable } from '../../painting/tools/tool-table.ts'

/** One sentence in the status line about how to use the current tool. */
export function ToolHint(): ReactElement | null {
  const t = useTranslate()
  const { tools } = useEditor()
  const { hint } = toolTable[useObservable(tools.active)]
  return hint === undefined ? null : <span className={styles['hint']}>{t(hint)}</span>
}
