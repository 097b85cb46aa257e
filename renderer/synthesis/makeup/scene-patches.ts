import type { MakeUpResult } from '../../../electron/contract/recipes/make-up.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ScenePatch } from '../../painting/photo/photo-scene.ts'

type Patch = MakeUpResult['patches'][number]

/**
 * Finished patches as the view shows them.
 * @param scale photo pixels for one of the patch
 * @param show turns a patch's pixels into sRGB
 */
export async function scenePatches(
  patches: readonly Patch[],
  scale: number,
  show: (patch: Patch) => Promise<RgbImage>,
): Promise<readonly ScenePatch[]> {
  return Promise.all(
    patches.map(async (patch) => {
      const { x, y, width, height } = patch.window
      return {
        window: { x: x * scale, y: y * scale, width: width * scale, height: height * scale },
        image: await show(patch),
        mask: patch.mask,
      }
    }),
  )
}

/** Pixels that are sRGB bytes without transparency already. */
export function plainPatch({ window: { width, height }, data }: Patch): Promise<RgbImage> {
  return Promise.resolve({ width, height, data: data instanceof Uint8Array ? data : Uint8Array.from(data) })
}
