import { useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { layerChanged } from '../../model/document/document-slice.ts'
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'

/** Opacity of one layer: follows the drag at once and becomes one step of history when the drag ends. */
export function LayerOpacity({ layer }: { readonly layer: Layer }): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { layers } = useEditor()
  const [before, setBefore] = useState<number>()
  const keep = (): void => {
    if (before === undefined || before === layer.opacity) return
    const reached = layer.opacity
    dispatch(layerChanged({ id: layer.id, change: { opacity: before } }))
    layers.change(layer.id, { opacity: reached }, 'layers.opacity')
    setBefore(undefined)
  }
  return (
    <div onPointerUp={keep} onKeyUp={keep} onBlur={keep}>
      <Slider
        label={t('layers.opacity')}
        value={Math.round(layer.opacity * 100)}
        min={0}
        max={100}
        unit=" %"
        onChange={(percent) => {
          if (before === undefined) setBefore(layer.opacity)
          dispatch(layerChanged({ id: layer.id, change: { opacity: percent / 100 } }))
        }}
      />
    </div>
  )
}
