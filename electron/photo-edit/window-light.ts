import type { Rectangle } from '../contract/photo-patch.ts'
import type { PhotoPixels } from '../contract/photo-pixels.ts'
import { classLight, continuedLight, textureOf, type ClassLight } from '../detail/class-light.ts'
import { FORBIDDEN, type Checkpoint, type Colours, type Labels } from '../detail/raster.ts'
import { resampleColours } from '../detail/resample-colours.ts'
import { lightCell } from '../detail/synthesise.ts'
import { withLight } from '../detail/target-level.ts'
import type { ChangedRegion } from './changed-region.ts'
import { sampledColours } from './photo-colours.ts'
import { labelsOfPart } from './photo-source.ts'

/** Longer side at which the photo's light is looked at: some hundred pixels for each cell of light. */
const LIGHT_SIDE = 512

/** A window's light, and the generated picture under it. */
export interface WindowLight {
  readonly light: ClassLight
  /** Side of its cells in pixels of the photo. */
  readonly cell: number
  /** At the generated picture's size, or the window's if that is smaller. */
  readonly picture: Colours
}

/**
 * The generated picture's light over a window, joined to the photo's.
 *
 * @param generated the window as the pack made it, in the photo's colour space
 * @param wanted labels of the whole photo after the edit, over the region's grid
 */
export async function windowLight(
  photo: PhotoPixels,
  window: Rectangle,
  region: ChangedRegion,
  generated: Colours,
  wanted: Labels,
  checkpoint: Checkpoint,
): Promise<WindowLight> {
  const cell = lightCell(window)
  const painted = resampleColours(
    generated,
    Math.min(generated.width, window.width),
    Math.min(generated.height, window.height),
  )
  const paintedLabels = labelsOfPart(wanted, window, photo, painted)
  await checkpoint()
  const own = classLight(painted, paintedLabels, window, cell)
  const colours = sampledColours(photo, window, LIGHT_SIDE)
  const stays = { ...wanted, data: wanted.data.map((label, at) => (region.whole[at] === 1 ? FORBIDDEN : label)) }
  const labels = labelsOfPart(stays, window, photo, colours)
  await checkpoint()
  const light = continuedLight(own, colours, labels, window, cell)
  await checkpoint()
  const pixels = window.width / painted.width
  const texture = textureOf(painted, paintedLabels, own, pixels)
  return { light, cell, picture: withLight({ texture, labels: paintedLabels }, light, pixels) }
}
