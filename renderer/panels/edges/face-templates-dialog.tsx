import { useEffect, useState, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import type { FaceTemplate } from '../../../electron/contract/face-template.ts'
import { shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { linePartTable } from '../../model/lines/line-parts.ts'
import { strokesOfCondition } from '../../model/lines/lines-condition.ts'
import { templateMasks } from '../../model/tracing/template-masks.ts'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import styles from './face-templates-dialog.module.css'

/** Lays one of the drawn faces over the document, as edges or as masks, to go on from. */
export function FaceTemplatesDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const announcer = useAnnouncer()
  const shell = useShell()
  const { layers } = useEditor()
  const document = useSelector(selectDocument)
  const classes = useSelector(selectClasses)
  const [templates, setTemplates] = useState<readonly FaceTemplate[]>([])
  const [as, setAs] = useState<'edges' | 'masks'>('edges')
  useEffect(() => {
    let shown = true
    void announcer
      .attempt(() => shell.listFaceTemplates())
      .then((found) => {
        if (shown && found !== undefined) setTemplates(found)
      })
    return () => {
      shown = false
    }
  }, [announcer, shell])
  const take = (template: FaceTemplate): void => {
    const name = shippedTitle(t, template)
    const masks = as === 'masks' ? templateMasks(template.masks, document, classes) : undefined
    if (as === 'masks' && masks === undefined) {
      announcer.tell('info', 'faceTemplate.noClasses')
      return
    }
    const covering =
      masks === undefined
        ? [{ name, strokes: strokesOfCondition(template.lines, document) }]
        : masks.map(({ part, raster }) => ({ name: part === undefined ? name : t(linePartTable[part].title), raster }))
    layers.cover(covering, 'faceTemplate.title', true)
    dispatch(dialogClosed())
  }
  return (
    <Dialog title={t('faceTemplate.title')} width={560} onClose={() => dispatch(dialogClosed())}>
      <Tabs
        label={t('faceTemplate.as')}
        value={as}
        tabs={[
          { value: 'edges', label: t('faceTemplate.edges') },
          { value: 'masks', label: t('faceTemplate.masks') },
        ]}
        onChange={setAs}
      />
      <div className={styles['faces']}>
        {templates.map((template) => (
          <button key={template.id} type="button" className={styles['face']} onClick={() => take(template)}>
            <svg viewBox={`0 0 ${template.lines.width} ${template.lines.height}`} aria-hidden="true" focusable="false">
              {template.lines.lines.map(({ part, points }, index) => (
                <polyline
                  key={index}
                  points={points.map((point) => point.join(',')).join(' ')}
                  fill="none"
                  stroke={linePartTable[part].colour}
                  strokeWidth={5}
                />
              ))}
            </svg>
            {shippedTitle(t, template)}
          </button>
        ))}
      </div>
    </Dialog>
  )
}
