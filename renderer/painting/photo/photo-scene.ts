import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PhotoArea } from '../../../electron/contract/open-photo.ts'
import type { Rectangle } from '../../../electron/contract/photo-patch.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { Observable } from '../../shared/lib/observable.ts'

/** A photo to look at. Only a reduced copy is in memory here; parts are read where the user looks closer. */
export interface ScenePhoto {
  /** In its own pixels. */
  readonly width: number
  readonly height: number
  /** All of it in sRGB, reduced. */
  readonly whole: RgbImage
  readonly readArea: (area: PhotoArea) => Promise<RgbImage>
}

/** A part of the photo after its change. */
export interface ScenePatch {
  /** In pixels of the photo, also where it was made at a smaller size. */
  readonly window: Rectangle
  /** At any size of the window's proportions. */
  readonly image: RgbImage
  /** One value for each pixel of the image: 0 where it is the photo's own. */
  readonly mask: Uint8Array
}

/** A part of the photo in real pixels, as read last. */
export interface SceneDetail {
  readonly area: PhotoArea
  readonly image: RgbImage
}

export const sceneModes = ['before', 'after', 'compare', 'change'] as const
/** The photo as it was, as it becomes, both beside a line, or the changed places alone. */
export type SceneMode = (typeof sceneModes)[number]

export interface SceneView {
  readonly mode: SceneMode
  /** Where the line between before and after stands, as a share of the width. */
  readonly split: number
  /** Whether the places that change are marked. */
  readonly showsRegion: boolean
}

/** The view of a photo that is being changed. Whatever changes the photo writes here; views read it. */
export class PhotoScene {
  readonly photo = new Observable<ScenePhoto | undefined>(undefined)
  readonly patches = new Observable<readonly ScenePatch[]>([])
  /** Non-zero where the photo changes, at any size; undefined = not known. */
  readonly region = new Observable<LabelMap | undefined>(undefined)
  readonly view = new Observable<SceneView>({ mode: 'after', split: 0.5, showsRegion: false })
  readonly detail = new Observable<SceneDetail | undefined>(undefined)

  change(view: Partial<SceneView>): void {
    this.view.set({ ...this.view.get(), ...view })
  }

  clear(): void {
    this.photo.set(undefined)
    this.patches.set([])
    this.region.set(undefined)
    this.detail.set(undefined)
    this.change({ mode: 'after' })
  }

  /** Calls the listener for everything that changes the view. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const all = [this.photo, this.patches, this.region, this.view, this.detail]
    const stops = all.map((each) => each.subscribe(listener))
    return () => stops.forEach((stop) => stop())
  }

  dispose(): void {
    for (const each of [this.photo, this.patches, this.region, this.view, this.detail]) each.dispose()
  }
}
