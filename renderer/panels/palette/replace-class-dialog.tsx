import { useState, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { selectPalette } from '../../model/palette/palette-selectors.ts'

/** Asks which class becomes which on the active layer. */
export function ReplaceClassDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTranslate()
  const { selecting } = useEditor()
  const { classes, activeClassId } = useSelector(selectPalette)
  const [fromId, setFromId] = useState(String(activeClassId))
  const [toId, setToId] = useState(String(classes.find(({ id }) => id !== activeClassId)?.id ?? activeClassId))
  const options = classes.map(({ id, name }) => ({ value: String(id), label: className(t, name) }))
  const apply = (): void => {
    selecting.replaceClass(Number(fromId), Number(toId))
    onClose()
  }
  return (
    <Dialog
      title={t('palette.replace')}
      width={380}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" disabled={fromId === toId} onPress={apply}>
            {t('palette.replaceApply')}
          </Button>
        </>
      }
    >
      <Select label={t('palette.replaceFrom')} value={fromId} options={options} onChange={setFromId} />
      <Select label={t('palette.replaceBy')} value={toId} options={options} onChange={setToId} />
    </Dialog>
  )
}
