import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { classPalette } from '../project/class-palette.ts'
import { layoutPicture, reducedLayout } from '../project/layout-picture.ts'
import { useImport } from './import-context.ts'
import styles from './label-import-dialog.module.css'
import type { SchemeId } from './label-scheme.ts'
import { mapLabels } from './map-labels.ts'
import { otherClass } from '../../model/palette/match-class.ts'
import type { ReadLabels } from './read-labels.ts'

const schemeTitles: Readonly<Record<SchemeId, PlainMessageKey>> = {
  pack: 'import.scheme.pack',
  'pack-shifted-down': 'import.scheme.packShiftedDown',
  ade20k: 'import.scheme.ade20k',
  'ade20k-shifted-down': 'import.scheme.ade20kShiftedDown',
  'ade20k-shifted-up': 'import.scheme.ade20kShiftedUp',
  'coco-stuff': 'import.scheme.cocoStuff',
  'coco-stuff-shifted-up': 'import.scheme.cocoStuffShiftedUp',
  'celeba-mask': 'import.scheme.celebaMask',
}

const PREVIEW_SIDE = 220
const NONE = 'none'

/** Asks what the values of a label image mean, with a good guess and a preview. */
export function LabelImportDialog(): ReactElement | null {
  const pending = useObservable(useImport().pending)
  return pending === undefined ? null : <Mapping key={pending.name} read={pending} />
}

function Mapping({ read }: { readonly read: ReadLabels }): ReactElement {
  const t = useTranslate()
  const files = useImport()
  const classes = useSelector(selectClasses)
  const [schemeId, setSchemeId] = useState<SchemeId>(read.detected?.id ?? 'pack')
  const [corrections, setCorrections] = useState<ReadonlyMap<number, number | undefined>>(new Map())
  const scheme = read.schemes.find(({ id }) => id === schemeId)
  const classOf = useMemo(() => {
    const fallback = otherClass(classes)
    const found = new Map<number, number>()
    for (const { key } of read.counts) {
      const named = scheme?.nameOf(key) !== undefined
      const classId = corrections.has(key)
        ? corrections.get(key)
        : (scheme?.classOf(key) ?? (named ? fallback : undefined))
      if (classId !== undefined) found.set(key, classId)
    }
    return found
  }, [classes, corrections, read, scheme])
  const labels = useMemo(() => mapLabels(read.keys, read, classOf), [read, classOf])
  const shifted = schemeId.includes('shifted') && schemeId === read.detected?.id
  return (
    <Dialog
      title={t('import.labelsTitle', { name: read.name })}
      width={680}
      onClose={() => files.cancel()}
      actions={
        <>
          <Button onPress={() => files.cancel()}>{t('shell.cancel')}</Button>
          <Button onPress={() => void files.accept(labels, read.name, 'document')}>{t('import.asDocument')}</Button>
          <Button tone="primary" focusOnShow onPress={() => void files.accept(labels, read.name, 'layer')}>
            {t('import.asLayer')}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['side']}>
          <Preview labels={labels} classes={classes} />
          <p className={styles['note']}>{`${read.width} × ${read.height}`}</p>
          {shifted ? <p className={styles['warning']}>{t('import.shifted')}</p> : null}
        </div>
        <div className={styles['main']}>
          <Select
            label={t('import.meaning')}
            value={schemeId}
            options={read.schemes.map(({ id }) => ({ value: id, label: t(schemeTitles[id]) }))}
            onChange={(id) => {
              setSchemeId(id)
              setCorrections(new Map())
            }}
          />
          <div className={styles['rows']}>
            {read.counts.map(({ key, count }) => (
              <div key={key} className={styles['row']}>
                <KeyName image={read} value={key} name={scheme?.nameOf(key)} />
                <span className={styles['share']}>{`${((100 * count) / read.keys.length).toFixed(1)} %`}</span>
                <Select
                  hideLabel
                  label={t('import.classFor', { value: scheme?.nameOf(key) ?? String(key) })}
                  value={String(classOf.get(key) ?? NONE)}
                  options={[
                    { value: NONE, label: t('import.unlabelled') },
                    ...classes.map(({ id, name }) => ({ value: String(id), label: className(t, name) })),
                  ]}
                  onChange={(value) =>
                    setCorrections(new Map(corrections).set(key, value === NONE ? undefined : Number(value)))
                  }
                />
              </div>
            ))}
          </div>
        </div>
      </div>
    </Dialog>
  )
}

interface KeyNameProps {
  readonly image: ReadLabels
  readonly value: number
  readonly name: string | undefined
}

function KeyName({ image, value, name }: KeyNameProps): ReactElement {
  const hex = `#${value.toString(16).padStart(6, '0')}`
  return (
    <span className={styles['key']}>
      {image.kind === 'colours' ? <span className={styles['swatch']} style={{ background: hex }} /> : null}
      <code>{image.kind === 'colours' ? hex : value}</code>
      <span className={styles['keyName']}>{name ?? '—'}</span>
    </span>
  )
}

interface PreviewProps {
  readonly labels: Parameters<typeof reducedLayout>[0]
  readonly classes: readonly PackClass[]
}

function Preview({ labels, classes }: PreviewProps): ReactElement {
  const t = useTranslate()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (element === null || context === null || context === undefined) return
    const { width, height, data } = layoutPicture(reducedLayout(labels, PREVIEW_SIDE), classPalette(classes))
    element.width = width
    element.height = height
    const pixels = context.createImageData(width, height)
    for (let index = 0; index < width * height; index += 1) {
      pixels.data.set(data.subarray(3 * index, 3 * index + 3), 4 * index)
      pixels.data[4 * index + 3] = 255
    }
    context.putImageData(pixels, 0, 0)
  }, [labels, classes])
  return <canvas ref={canvas} className={styles['preview']} role="img" aria-label={t('import.preview')} />
}
