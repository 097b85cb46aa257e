import type { ReactElement } from 'react'

import { iconShapes, type IconName, type IconShape } from './icon-shapes.ts'

interface IconProps {
  readonly name: IconName
  /** Side in CSS pixels. */
  readonly size?: number
}

/** One of our icons in the colour of the text around it; decoration only, so screen readers skip it. */
export function Icon({ name, size = 18 }: IconProps): ReactElement {
  const shape: IconShape = iconShapes[name]
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shape.fills?.map((path) => (
        <path key={path} d={path} fill="currentColor" stroke="none" />
      ))}
      {shape.strokes?.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
