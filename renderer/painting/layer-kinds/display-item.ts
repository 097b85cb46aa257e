import type Konva from 'konva'

/** Red, green and blue, 0..255. */
export type Rgb = readonly [number, number, number]

/** A label layer as it is shown. */
export interface ShownLabels {
  readonly layerId: string
  readonly opacity: number
}

/** Pictures of layers that come from outside the document. */
export type LiveSource = 'exemplar' | 'warp' | 'result'

/** One thing the stage draws. */
export type DisplayItem =
  /** Top first. */
  | { readonly kind: 'labels'; readonly key: string; readonly layers: readonly ShownLabels[] }
  | { readonly kind: 'picture'; readonly key: string; readonly pictureId: string; readonly opacity: number }
  /** What live synthesis made last, or the photo that it uses. */
  | { readonly kind: 'live'; readonly key: string; readonly source: LiveSource; readonly opacity: number }
  /** The photo that the document edits, before or after. */
  | { readonly kind: 'scene'; readonly key: string; readonly opacity: number }
  /** Marked pixels in one colour. */
  | {
      readonly kind: 'tinted'
      readonly key: string
      readonly layerId: string
      readonly opacity: number
      readonly colour: Rgb
    }
  /** Lines and points, drawn in document pixels. */
  | { readonly kind: 'figure'; readonly key: string; readonly draw: DrawFigure; readonly opacity: number }

/** @param zoom CSS pixels per document pixel, for lines and points that keep their size on screen. */
export type DrawFigure = (context: Konva.Context, zoom: number) => void
