import { useState, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import type { PlainMessageKey } from '../../i18n/message.ts'
import { SizeSliders } from '../../files/project/size-sliders.tsx'
import { useTranslate } from '../../i18n/translation.tsx'
import { anchoredRectangle, type Anchor } from '../../model/document/crop-rectangle.ts'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { croppedDocument, scaledDocument } from '../../model/document/document-transform.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { Button } from '../../shared/ui/button.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import styles from './document-size-dialog.module.css'

const anchors: readonly (Anchor & { readonly title: PlainMessageKey })[] = [
  { x: 0, y: 0, title: 'document.anchorTopLeft' },
  { x: 0.5, y: 0, title: 'document.anchorTop' },
  { x: 1, y: 0, title: 'document.anchorTopRight' },
  { x: 0, y: 0.5, title: 'document.anchorLeft' },
  { x: 0.5, y: 0.5, title: 'document.anchorMiddle' },
  { x: 1, y: 0.5, title: 'document.anchorRight' },
  { x: 0, y: 1, title: 'document.anchorBottomLeft' },
  { x: 0.5, y: 1, title: 'document.anchorBottom' },
  { x: 1, y: 1, title: 'document.anchorBottomRight' },
]

/** Gives the document another size: everything is stretched, or cut and extended at its edges. */
export function DocumentSizeDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { transforms } = useEditor()
  const document = useSelector(selectDocument)
  const [size, setSize] = useState({ width: document.width, height: document.height })
  const [how, setHow] = useState<'stretch' | 'cut'>('stretch')
  const [anchor, setAnchor] = useState<Anchor>({ x: 0.5, y: 0.5 })
  const close = (): void => void dispatch(dialogClosed())
  const apply = (): void => {
    close()
    if (how === 'stretch') transforms.apply(scaledDocument(document, size), 'document.resize')
    else transforms.apply(croppedDocument(document, anchoredRectangle(document, size, anchor)), 'document.crop')
  }
  return (
    <Dialog
      title={t('document.sizeTitle')}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('shell.cancel')}</Button>
          <Button
            tone="primary"
            focusOnShow
            disabled={size.width === document.width && size.height === document.height}
            onPress={apply}
          >
            {t('document.apply')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <SizeSliders size={size} onChange={setSize} />
        <Tabs
          label={t('document.how')}
          value={how}
          tabs={[
            { value: 'stretch', label: t('document.stretch') },
            { value: 'cut', label: t('document.cut') },
          ]}
          onChange={setHow}
        />
        {how === 'cut' ? (
          <div className={styles['anchors']} role="radiogroup" aria-label={t('document.anchor')}>
            {anchors.map(({ x, y, title }) => {
              const chosen = x === anchor.x && y === anchor.y
              return (
                <button
                  key={title}
                  type="button"
                  role="radio"
                  aria-checked={chosen}
                  aria-label={t(title)}
                  className={classNames(styles['anchor'], chosen && styles['chosen'])}
                  onClick={() => setAnchor({ x, y })}
                />
              )
            })}
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}
