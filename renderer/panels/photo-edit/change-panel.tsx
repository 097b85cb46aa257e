import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { usePhotoScene } from '../../painting/photo/photo-scene-context.ts'
import { toScreen } from '../../painting/viewport/viewport.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import { changedPieces, type ChangedPiece } from '../../synthesis/photo-edit/changed-pieces.ts'
import { giveBack } from '../../synthesis/photo-edit/give-back.ts'
import { usePhotoEditing } from '../../synthesis/photo-edit/photo-editing-context.ts'
import { useChangedPieces } from '../../synthesis/photo-edit/use-changed-pieces.ts'
import styles from './photo-edit.module.css'

/** What "as far as needed" amounts to in most photos: there the slider starts when the user takes it over. */
const USUAL_MARGIN = 0.01
const LARGEST_SEED = 0xffffffff

/** The change: show it, widen it, feather it, try it again, and give it back place by place. */
export function ChangePanel(): ReactElement {
  const t = useTranslate()
  const editing = usePhotoEditing()
  const scene = usePhotoScene()
  const { showsRegion } = useObservable(scene.view)
  const { margin, feather, seed } = useObservable(editing.settings)
  return (
    <div className={styles['fields']}>
      <Switch
        label={t('photoEdit.showRegion')}
        checked={showsRegion}
        onChange={(shows) => scene.change({ showsRegion: shows })}
      />
      <Switch
        label={t('photoEdit.marginAuto')}
        checked={margin === null}
        onChange={(auto) => editing.change({ margin: auto ? null : USUAL_MARGIN })}
      />
      {margin === null ? null : (
        <Slider
          label={t('photoEdit.margin')}
          value={Number((100 * margin).toFixed(1))}
          min={0}
          max={10}
          step={0.1}
          curve={2}
          unit=" %"
          onChange={(percent) => editing.change({ margin: percent / 100 })}
        />
      )}
      <Slider
        label={t('photoEdit.feather')}
        value={Math.round(100 * feather)}
        min={0}
        max={100}
        unit=" %"
        onChange={(percent) => editing.change({ feather: percent / 100 })}
      />
      <Pieces />
      <div className={styles['row']}>
        <Button onPress={() => editing.change({ seed: (seed + 1) % LARGEST_SEED })}>{t('photoEdit.another')}</Button>
        <p className={styles['hint']}>{t('photoEdit.anotherHint')}</p>
      </div>
    </div>
  )
}

function Pieces(): ReactElement {
  const t = useTranslate()
  const pieces = useChangedPieces()
  if (pieces.length === 0) return <p className={styles['hint']}>{t('photoEdit.noPieces')}</p>
  return (
    <ul className={styles['pieces']} aria-label={t('photoEdit.pieces')}>
      {pieces.map((piece) => (
        <Piece key={piece.pixels[0]} piece={piece} />
      ))}
    </ul>
  )
}

function Piece({ piece }: { readonly piece: ChangedPiece }): ReactElement {
  const t = useTranslate()
  const editor = useEditor()
  const editing = usePhotoEditing()
  const entry = useSelector(selectClasses).find(({ id }) => id === piece.classId)
  const words =
    entry === undefined ? t('photoEdit.pieceAnew') : t('photoEdit.pieceTo', { name: className(t, entry.name) })
  const percent = piece.share < 0.001 ? '< 0.1' : (100 * piece.share).toFixed(1)
  const show = (): void => {
    const { viewport } = editor
    const at = toScreen(viewport.get(), piece.middle)
    const { width, height } = viewport.area
    viewport.pan({ x: width / 2 - at.x, y: height / 2 - at.y })
  }
  return (
    <li className={styles['piece']}>
      <span
        className={styles['swatch']}
        style={{ background: entry === undefined ? 'rgb(255 64 200)' : `rgb(${entry.colour.join(' ')})` }}
      />
      <button type="button" className={styles['words']} title={t('photoEdit.showPiece')} onClick={show}>
        {words} <small>{t('photoEdit.pieceSize', { percent })}</small>
      </button>
      <IconButton
        icon="undo"
        label={t('photoEdit.giveBack')}
        onPress={() => {
          const before = editing.open.get()?.before
          const wishes = editing.wishes()
          if (before === undefined || wishes === undefined) return
          // The list is a little behind the brush: the place may have grown since.
          const now = changedPieces(before, wishes).find(({ pixels }) => pixels.includes(piece.pixels[0] ?? -1))
          if (now !== undefined) giveBack(editor, before, now.pixels)
        }}
      />
    </li>
  )
}
