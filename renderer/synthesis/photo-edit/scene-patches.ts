import { plainPicture, type OpenPhoto } from '../../../electron/contract/open-photo.ts'
import type { PhotoPatch } from '../../../electron/contract/photo-patch.ts'
import type { PhotoPixels } from '../../../electron/contract/photo-pixels.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import type { ScenePatch } from '../../painting/photo/photo-scene.ts'
import type { EditedPhoto } from './edited-photo.ts'

/** Patches of a preview, placed over the photo's own pixels. */
export function previewPatches({ photo, small }: EditedPhoto, patches: readonly PhotoPatch[]): readonly ScenePatch[] {
  const across = photo.width / small.width
  const down = photo.height / small.height
  return patches.map(({ window: { x, y, width, height }, data, mask }) => ({
    window: { x: x * across, y: y * down, width: width * across, height: height * down },
    image: plainPicture({ width, height, channels: small.channels, data }),
    mask,
  }))
}

/** Patches in the photo's own pixels and colours as a screen shows them. */
export function shownPatches(
  shell: Pick<ShellCalls, 'showPhotoPixels'>,
  photo: OpenPhoto,
  pixels: Pick<PhotoPixels, 'channels'>,
  patches: readonly PhotoPatch[],
): Promise<readonly ScenePatch[]> {
  return Promise.all(
    patches.map(async ({ window, data, mask }) => {
      const values: PhotoPixels = { width: window.width, height: window.height, channels: pixels.channels, data }
      return {
        window,
        mask,
        image: photo.isPlain ? plainPicture(values) : await shell.showPhotoPixels(photo.id, values),
      }
    }),
  )
}
