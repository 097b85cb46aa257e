import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import type { PaintGesture } from '../paint/paint-gesture.ts'
import type { PaintOptions } from '../paint/paint-port.ts'
import type { LabelRaster } from '../../model/raster/label-raster.ts'
import type { Point } from '../../model/raster/geometry.ts'
import type { SelectionMask } from '../../model/selection/selection-mask.ts'
import type { LinesPort } from './lines-port.ts'
import type { PosePort } from '../poses/pose-port.ts'
import type { OverlayShape } from './overlay-shape.ts'

/** What tools may do, in parts: each tool asks only for the parts it needs. */
export interface ToolContext<Settings = unknown> {
  /** The tool's own settings as they are now. */
  readonly settings: () => Settings
  readonly documentSize: () => { readonly width: number; readonly height: number }
  readonly paint: { begin(options?: PaintOptions): PaintGesture | undefined }
  readonly classes: ClassPort
  readonly selection: SelectionPort
  readonly overlay: { show(shape: OverlayShape | undefined): void }
  readonly view: ViewPort
  readonly photo: PhotoPort
  readonly handles: HandlePort
  readonly lines: LinesPort
  readonly pose: PosePort
  readonly notify: (text: PlainMessageKey) => void
}

export interface ClassPort {
  /** The class that painting tools paint. */
  active(): number
  choose(classId: number): void
  /** The layout, all visible layers together. */
  shown(): LabelRaster
  /** The active layer alone; undefined when it is no label layer. */
  activeLayer(): LabelRaster | undefined
}

export interface SelectionPort {
  get(): SelectionMask | undefined
  /** Changes the selection as one step of history. */
  change(mask: SelectionMask | undefined, title?: PlainMessageKey): void
  /** Shows another selection during a drag, without a step of history. */
  preview(mask: SelectionMask | undefined): void
}

export interface ViewPort {
  /** How many CSS pixels one document pixel takes. */
  zoom(): number
  pan(by: Point): void
  zoomAt(screen: Point, factor: number): void
}

/** Points of the active layer that can be dragged. */
export interface HandlePort {
  /** In document pixels, null = the point has no place now; undefined when the layer has pixels instead of points. */
  points(): readonly (Point | null)[] | undefined
  isLocked(): boolean
  /** Shows the layer with one point moved. */
  drag(index: number, to: Point): void
  /** Keeps what `drag` shows as one step of history. */
  drop(): void
  giveUp(): void
}

export interface PhotoPort {
  /** The reference photo scaled to the document; undefined when there is none. The same value until it changes. */
  get(): RgbImage | undefined
}
