/** sRGB, 0..255. */
export type Colour = [red: number, green: number, blue: number]

const GOLDEN_ANGLE = 137.508
/** Neighbouring numbers differ strongly in lightness, which every kind of colour vision sees. */
const LIGHTNESSES = [0.72, 0.45, 0.86, 0.58, 0.34] as const
const CHROMA = 0.11

/**
 * A colour per class number, the same on every machine: hues a golden angle apart and five lightnesses in turn, in
 * OKLCH (Ottosson 2020).
 */
export function classColour(index: number): Colour {
  const lightness = LIGHTNESSES[index % LIGHTNESSES.length] ?? 0.5
  const hue = ((index * GOLDEN_ANGLE) % 360) * (Math.PI / 180)
  return srgbOf(lightness, CHROMA * Math.cos(hue), CHROMA * Math.sin(hue))
}

/** OKLab to sRGB. */
function srgbOf(lightness: number, greenRed: number, blueYellow: number): Colour {
  const long = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3
  const medium = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3
  const short = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3
  return [
    byteOf(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    byteOf(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    byteOf(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]
}

function byteOf(linear: number): number {
  const bounded = Math.min(1, Math.max(0, linear))
  const encoded = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055
  return Math.round(255 * encoded)
}
