import { useId, type CSSProperties, type ReactElement } from 'react'

import styles from './slider.module.css'

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly unit?: string
  readonly onChange: (value: number) => void
  /** A curve above 1 gives small values more of the track, which suits brush sizes. */
  readonly curve?: number
  readonly hideLabel?: boolean
}

const TRACK_STEPS = 1000

/** A value on a track with the number beside it to type; arrow keys move by one step. */
export function Slider({
  label,
  value,
  min,
  max,
  step = 1,
  unit = '',
  onChange,
  curve = 1,
  hideLabel = false,
}: SliderProps): ReactElement {
  const id = useId()
  const toTrack = (amount: number): number => ((amount - min) / (max - min)) ** (1 / curve) * TRACK_STEPS
  const snap = (amount: number): number => {
    const stepped = Math.round(amount / step) * step
    return Number(Math.min(max, Math.max(min, stepped)).toFixed(4))
  }
  const filled: CSSProperties & Record<'--filled', string> = { '--filled': `${(toTrack(value) / TRACK_STEPS) * 100}%` }
  return (
    <div className={styles['row']}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        className={styles['range']}
        style={filled}
        min={0}
        max={TRACK_STEPS}
        value={toTrack(value)}
        aria-valuetext={`${value}${unit}`}
        onChange={(event) => onChange(snap(min + (Number(event.target.value) / TRACK_STEPS) ** curve * (max - min)))}
        onKeyDown={(event) => {
          const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
          if (direction === undefined) return
          event.preventDefault()
          onChange(snap(value + direction * step))
        }}
      />
      <input
        type="number"
        className={styles['number']}
        aria-label={label}
        min={min}
        max={max}
        step={step}
        value={value}
        title={unit}
        onChange={(event) => {
          if (event.target.value !== '') onChange(snap(Number(event.target.value)))
        }}
      />
    </div>
  )
}
