/** Colours of what lies over the document; readable over any picture, the same in both themes. */
export const overlayColours = {
  dark: 'rgba(10, 12, 16, 0.85)',
  light: 'rgba(255, 255, 255, 0.95)',
  accent: '#6b8cff',
  accentFill: [107, 140, 255, 110],
  grid: 'rgba(128, 128, 128, 0.35)',
} as const
