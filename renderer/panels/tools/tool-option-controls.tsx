import type { ComponentType, ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import styles from './tool-options.module.css'
import { LARGEST_BRUSH, SMALLEST_BRUSH, type ToolId, type ToolSettings } from '../../painting/tools/tool-settings.ts'
import { selectToolSettings, toolSettingsChanged } from '../../painting/tools/tools-slice.ts'

/** The controls of each tool that has some. */
export const optionsOfTool: Readonly<Partial<Record<ToolId, ComponentType>>> = {
  brush: BrushOptions,
  eraser: EraserOptions,
  line: LineOptions,
  fill: FillOptions,
  rectangle: ShapeOptions,
  ellipse: ShapeOptions,
  polygon: ShapeOptions,
  lasso: ShapeOptions,
  magic: MagicOptions,
}

function useSettings(): readonly [ToolSettings, (change: Partial<ToolSettings>) => void] {
  const dispatch = useDispatch()
  return [useSelector(selectToolSettings), (change) => void dispatch(toolSettingsChanged(change))]
}

interface SizeProps {
  readonly value: number
  readonly onChange: (size: number) => void
}

function SizeSlider({ value, onChange }: SizeProps): ReactElement {
  const t = useTranslate()
  return (
    <div className={styles['size']}>
      <Slider
        label={t('toolOption.size')}
        value={value}
        min={SMALLEST_BRUSH}
        max={LARGEST_BRUSH}
        unit=" px"
        curve={2}
        onChange={onChange}
      />
    </div>
  )
}

function BrushOptions(): ReactElement {
  const [settings, change] = useSettings()
  return (
    <>
      <SizeSlider value={settings.brushSize} onChange={(brushSize) => change({ brushSize })} />
      <PressureSwitch />
    </>
  )
}

function EraserOptions(): ReactElement {
  const [settings, change] = useSettings()
  return (
    <>
      <SizeSlider value={settings.eraserSize} onChange={(eraserSize) => change({ eraserSize })} />
      <PressureSwitch />
    </>
  )
}

function LineOptions(): ReactElement {
  const [settings, change] = useSettings()
  return <SizeSlider value={settings.brushSize} onChange={(brushSize) => change({ brushSize })} />
}

function PressureSwitch(): ReactElement {
  const t = useTranslate()
  const [settings, change] = useSettings()
  return (
    <Switch
      label={t('toolOption.pressure')}
      checked={settings.pressureSetsSize}
      onChange={(pressureSetsSize) => change({ pressureSetsSize })}
    />
  )
}

function FillOptions(): ReactElement {
  const t = useTranslate()
  const [settings, change] = useSettings()
  return (
    <>
      <Slider
        label={t('toolOption.gap')}
        value={settings.fillGap}
        min={0}
        max={16}
        unit=" px"
        onChange={(fillGap) => change({ fillGap })}
      />
      <Switch
        label={t('toolOption.contiguous')}
        checked={settings.fillContiguous}
        onChange={(fillContiguous) => change({ fillContiguous })}
      />
      <Switch
        label={t('toolOption.allLayers')}
        checked={settings.fillAllLayers}
        onChange={(fillAllLayers) => change({ fillAllLayers })}
      />
    </>
  )
}

function ShapeOptions(): ReactElement {
  const t = useTranslate()
  const [settings, change] = useSettings()
  return (
    <Tabs
      label={t('toolOption.action')}
      value={settings.shapeAction}
      tabs={[
        { value: 'paint', label: t('toolOption.paint') },
        { value: 'select', label: t('toolOption.select') },
      ]}
      onChange={(shapeAction) => change({ shapeAction })}
    />
  )
}

function MagicOptions(): ReactElement {
  const t = useTranslate()
  const [settings, change] = useSettings()
  return (
    <>
      <ShapeOptions />
      <Tabs
        label={t('toolOption.magicMode')}
        value={settings.magicMode}
        tabs={[
          { value: 'superpixels', label: t('toolOption.superpixels') },
          { value: 'similar', label: t('toolOption.similar') },
        ]}
        onChange={(magicMode) => change({ magicMode })}
      />
      {settings.magicMode === 'superpixels' ? (
        <Slider
          label={t('toolOption.detail')}
          value={settings.superpixelSize}
          min={6}
          max={64}
          unit=" px"
          onChange={(superpixelSize) => change({ superpixelSize })}
        />
      ) : (
        <Slider
          label={t('toolOption.tolerance')}
          value={settings.magicTolerance}
          min={1}
          max={60}
          onChange={(magicTolerance) => change({ magicTolerance })}
        />
      )}
    </>
  )
}
