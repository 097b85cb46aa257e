import type { PhotoPixels } from '../../../../electron/contract/photo-pixels.ts'
import type { Checkpoint, Colours, Labels } from '../../../../electron/detail/raster.ts'
import type { TileLimits } from '../../../../electron/photo-edit/edit-tiles.ts'
import { changedRegion } from '../../../../electron/photo-edit/changed-region.ts'
import { editWindow } from '../../../../electron/photo-edit/edit-window.ts'
import { forbiddenPlaces } from '../../../../electron/photo-edit/forbidden-places.ts'
import { editWindows } from '../../../../electron/photo-edit/edit-windows.ts'
import { patchedPhoto } from '../../../../electron/photo-edit/photo-colours.ts'
import { resampleColours } from '../../../../electron/detail/resample-colours.ts'
import { texturedPicture } from '../detail/textured-pictures.ts'

const classes = [
  { id: 3, name: 'sky' },
  { id: 10, name: 'grass' },
  { id: 22, name: 'water' },
]

/** A picture as a photo of any depth, with alpha that varies where there is one. */
export function photoOf(picture: Colours, depth: 8 | 16, channels: 3 | 4): PhotoPixels {
  const { width, height } = picture
  const data = depth === 16 ? new Uint16Array(width * height * channels) : new Uint8Array(width * height * channels)
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = Math.round(picture.data[pixel * 3 + channel] ?? 0)
      data[pixel * channels + channel] = depth === 16 ? value * 257 + (pixel % 7) : value
    }
    if (channels === 4) data[pixel * channels + 3] = pixel % 251
  }
  return { width, height, channels, data }
}

/** Edits a photo as the host does, with a flat picture where the pack's would be. */
export async function edited(
  photo: PhotoPixels,
  before: Labels,
  after: Labels,
  more: { readonly keep?: Labels; readonly anew?: Labels; readonly tiles?: TileLimits } = {},
  checkpoint: Checkpoint = () => Promise.resolve(),
): Promise<{ readonly photo: PhotoPixels; readonly whole: Uint8Array; readonly core: Uint8Array }> {
  const { tiles, ...wishes } = more
  const region = changedRegion({ before, after, ...wishes, scale: photo.width / before.width })
  const windows = editWindows(region.whole, region.width, region.height, photo)
  const flat = resampleColours(texturedPicture(after, 0), photo.width, photo.height)
  const forbidden = forbiddenPlaces({ before, after, region })
  const patches = []
  for (const window of windows) {
    const data = new Float32Array(window.width * window.height * 3)
    for (let y = 0; y < window.height; y++)
      data.set(
        flat.data.subarray(
          ((window.y + y) * photo.width + window.x) * 3,
          ((window.y + y) * photo.width + window.x + window.width) * 3,
        ),
        y * window.width * 3,
      )
    const generated = resampleColours(
      { width: window.width, height: window.height, data },
      Math.ceil(window.width / 2),
      Math.ceil(window.height / 2),
    )
    patches.push(
      await editWindow(
        {
          ...{ photo, before, after, region, forbidden, window, generated, borrowed: [], classes, seed: 0 },
          ...(tiles === undefined ? {} : { tiles }),
        },
        checkpoint,
      ),
    )
  }
  return { photo: patchedPhoto(photo, patches), whole: region.whole, core: region.core }
}
