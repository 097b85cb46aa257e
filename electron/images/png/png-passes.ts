import { PNG_COLOUR_TYPE, type PngHeader } from './png-header.ts'

/** A part of a PNG's pixels that is stored as a picture of its own: every `xStep`-th pixel of every `yStep`-th row. */
export interface PngPass {
  readonly x: number
  readonly y: number
  readonly xStep: number
  readonly yStep: number
  /** Pixels. */
  readonly columns: number
  readonly rows: number
  /** Bytes of one row, without the byte that names its filter. */
  readonly rowBytes: number
}

/** The seven passes of Adam7 (W3C PNG specification, 8.2). */
const ADAM7 = [
  { x: 0, y: 0, xStep: 8, yStep: 8 },
  { x: 4, y: 0, xStep: 8, yStep: 8 },
  { x: 0, y: 4, xStep: 4, yStep: 8 },
  { x: 2, y: 0, xStep: 4, yStep: 4 },
  { x: 0, y: 2, xStep: 2, yStep: 4 },
  { x: 1, y: 0, xStep: 2, yStep: 2 },
  { x: 0, y: 1, xStep: 1, yStep: 2 },
] as const

const SAMPLES = new Map<number, number>([
  [PNG_COLOUR_TYPE.grey, 1],
  [PNG_COLOUR_TYPE.rgb, 3],
  [PNG_COLOUR_TYPE.indexed, 1],
  [PNG_COLOUR_TYPE.greyAlpha, 2],
  [PNG_COLOUR_TYPE.rgbAlpha, 4],
])

/** Samples per pixel of a colour type, or undefined for a number that is no colour type. */
export function samplesPerPixel(colourType: number): number | undefined {
  return SAMPLES.get(colourType)
}

/** The passes of a PNG that have any pixels, in the order in which they are stored. */
export function pngPasses({ width, height, bitDepth, colourType, interlaced }: PngHeader): readonly PngPass[] {
  const bits = bitDepth * (samplesPerPixel(colourType) ?? 0)
  return (interlaced ? ADAM7 : [{ x: 0, y: 0, xStep: 1, yStep: 1 }])
    .map((pass) => {
      const columns = Math.ceil((width - pass.x) / pass.xStep)
      const rows = Math.ceil((height - pass.y) / pass.yStep)
      return { ...pass, columns, rows, rowBytes: Math.ceil((columns * bits) / 8) }
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
}
