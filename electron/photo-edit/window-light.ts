import { widened } from '../detail/class-codes.ts'
import { classLight, continuedLight, textureOf } from '../detail/class-light.ts'
import { FORBIDDEN, type Checkpoint, type Labels } from '../detail/raster.ts'
import { resampleColours } from '../detail/resample-colours.ts'
import { lightCell } from '../detail/synthesise.ts'
import { withLight } from '../detail/target-level.ts'
import type { ChangedRegion } from './changed-region.ts'
import { keptShapes, type JoinedLight } from './kept-shapes.ts'
import { lentTone, toneByClass, tonedLight, type Tone } from './lent-tone.ts'
import { sampledColours } from './photo-colours.ts'
import { labelsOfPart, roughLabelsOfPart } from './photo-source.ts'
import type { EditedWindow } from './edited-window.ts'

/** Longer side at which the photo's light is looked at: some hundred pixels for each cell of light. */
const LIGHT_SIDE = 512

/** How far from the change the photo's tone is looked at, as a share of the longer side. */
const NEARBY = 0.1

/** A window's light and picture, and what is lent from other photos. */
export interface WindowLight extends JoinedLight {
  /** How lent classes are fitted to the photo's light. */
  readonly tones: ReadonlyMap<number, Tone>
}

/**
 * The generated picture's light over a window, joined to the photo's. Lent classes are fitted to the light of what the photo
 * shows around the change.
 *
 * @param wanted labels of the whole photo after the edit, over the region's grid
 */
export async function windowLight(
  { photo, window, region, generated, before, unsure, borrowed, keptCell }: EditedWindow,
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
  const stays = stayingLabels(before, region, unsure)
  const labels = roughLabelsOfPart(stays, window, photo, colours)
  await checkpoint()
  const tones = new Map<number, Tone>()
  if (borrowed.length > 0) {
    const around = toneByClass(colours, roughLabelsOfPart(surroundingsOf(stays, region), window, photo, colours))
    for (const part of borrowed) tones.set(part.classId, lentTone(part.tones, around, part.classId))
  }
  await checkpoint()
  const light = continuedLight(tonedLight(own, tones), colours, labels, window, cell)
  await checkpoint()
  if (keptCell !== undefined) {
    const made = { picture: painted, labels: paintedLabels, own, joined: light }
    return { ...(await keptShapes(made, colours, { region, window, photo, keptCell }, checkpoint)), tones }
  }
  const pixels = window.width / painted.width
  const texture = textureOf(painted, paintedLabels, own, pixels)
  return { light, cell, picture: withLight({ texture, labels: paintedLabels }, light, pixels), tones }
}

/** The photo's labels without those of what changes, and of places that are not sure to be what they say. */
function stayingLabels(before: Labels, { whole }: ChangedRegion, unsure: Uint8Array | undefined): Labels {
  const data = before.data.slice()
  for (let at = 0; at < data.length; at++) if (whole[at] === 1 || unsure?.[at] === 1) data[at] = FORBIDDEN
  return { ...before, data }
}

/** The labels of what stays close to the change; those of other places are forbidden. */
function surroundingsOf(stays: Labels, { whole, width, height }: ChangedRegion): Labels {
  const near = widened(whole, width, height, NEARBY * Math.max(width, height))
  return { ...stays, data: stays.data.map((label, at) => (near[at] === 1 ? label : FORBIDDEN)) }
}
