import type { PackClass } from '../contract/pack-facts.ts'
import type { PhotoPixels } from '../contract/photo-pixels.ts'
import { classLight, continuedLight, textureOf } from '../detail/class-light.ts'
import { resampleColours } from '../detail/resample-colours.ts'
import { FORBIDDEN, type Checkpoint, type Colours, type Labels } from '../detail/raster.ts'
import { chooseSubstitutes } from '../detail/substitutes.ts'
import { lightCell, synthesiseDetail } from '../detail/synthesise.ts'
import { withLight } from '../detail/target-level.ts'
import type { ChangedRegion } from './changed-region.ts'
import type { PhotoPatch, Rectangle } from '../contract/photo-patch.ts'
import { forbiddenPlaces } from './forbidden-places.ts'
import { coloursOf, patchOf } from './photo-colours.ts'
import { labelsOfPart, photoSources, stacked, type SourcePart } from './photo-source.ts'
import { regionMask } from './region-mask.ts'
import { blendSeam } from './seam.ts'

/** One window of an edit, with everything it is made from. */
export interface WindowTask {
  readonly photo: PhotoPixels
  /** The photo's own labels with borders on its edges, over the region's grid. */
  readonly before: Labels
  /** The labels wanted, over the same grid. */
  readonly after: Labels
  readonly region: ChangedRegion
  readonly window: Rectangle
  /** The window as the pack made it, in the photo's colour space, at any size of its proportions. */
  readonly generated: Colours
  /** Pictures to copy the classes from that the photo lacks, in the photo's colour space and about its scale. */
  readonly borrowed: readonly SourcePart[]
  readonly classes: readonly Pick<PackClass, 'id' | 'name'>[]
  readonly seed: number
}

/**
 * Makes one window of an edited photo: the generated picture's light, joined to the photo's; the photo's own texture, never
 * from what is being replaced; the seam inside the region. Pixels outside the region keep the photo's values bit by bit.
 */
export async function editWindow(
  task: WindowTask,
  checkpoint: Checkpoint,
  progress: (share: number) => void = () => undefined,
): Promise<PhotoPatch> {
  const { photo, window, region, generated } = task
  const mask = regionMask(region, window, photo)
  const colours = coloursOf(photo, window)
  const labels = labelsOfPart(wantedLabels(task), window, photo)
  await checkpoint()
  const source = stacked([...photoSources(photo, lendable(task), window, lendingClasses(task)), ...task.borrowed])
  await checkpoint()
  const cell = lightCell(labels)
  const generatedLabels = smaller(labels, generated)
  const generatedLight = classLight(generated, generatedLabels, labels, cell)
  const kept = { ...labels, data: labels.data.map((label, at) => ((mask[at] ?? 0) > 0 ? FORBIDDEN : label)) }
  const light = continuedLight(generatedLight, colours, kept, labels, cell)
  await checkpoint()
  const open = Uint8Array.from(mask, (share) => (share > 0 ? 1 : 0))
  const start = resampleColours(
    relit(generated, generatedLabels, generatedLight, light, labels.width),
    labels.width,
    labels.height,
  )
  const composite = new Float32Array(colours.data.length)
  for (let at = 0; at < composite.length; at++)
    composite[at] = (open[Math.floor(at / 3)] === 1 ? start.data[at] : colours.data[at]) ?? 0
  await checkpoint()
  const made = await synthesiseDetail(
    {
      labels,
      picture: start,
      light,
      known: { colours: { width: labels.width, height: labels.height, data: composite }, open },
      source,
      substitutes: chooseSubstitutes(coreLabels(labels, mask), source.labels.data, task.classes),
      seed: task.seed,
    },
    checkpoint,
    progress,
  )
  return patchOf(photo, window, mask, blendSeam(colours, made, mask))
}

/** The wanted classes where the edit changes them, the photo's own elsewhere. */
export function wantedLabels({ before, after, region }: Pick<WindowTask, 'before' | 'after' | 'region'>): Labels {
  return { ...before, data: before.data.map((label, at) => (region.core[at] === 1 ? (after.data[at] ?? 0) : label)) }
}

/** The photo's labels where it may be copied from. */
function lendable({ before, after, region }: WindowTask): Labels {
  const forbidden = forbiddenPlaces(before, after, region)
  return { ...before, data: before.data.map((label, at) => (forbidden[at] === 1 ? FORBIDDEN : label)) }
}

/** The classes that the changed part is copied from: its own, or what stands in for those that neither photo shows. */
function lendingClasses(task: WindowTask): ReadonlySet<number> {
  const { after, region, borrowed, classes } = task
  const wanted = after.data.filter((_, at) => region.core[at] === 1)
  const lent = new Set(borrowed.flatMap(({ labels }) => [...new Set(labels.data)]))
  const substitutes = chooseSubstitutes(wanted, lendable(task).data, classes)
  return new Set([...new Set(wanted)].map((label) => (lent.has(label) ? label : (substitutes.get(label) ?? label))))
}

/** Labels of what is made: only they need something to copy from. */
function coreLabels(labels: Labels, mask: Float32Array): Uint8Array {
  return labels.data.filter((_, at) => (mask[at] ?? 0) > 0)
}

/** Labels at the size of a smaller picture, by nearest neighbour. */
function smaller(labels: Labels, { width, height }: Colours): Labels {
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * labels.height) / height) * labels.width
    for (let x = 0; x < width; x++)
      data[y * width + x] = labels.data[row + Math.floor(((x + 0.5) * labels.width) / width)] ?? 0
  }
  return { width, height, data }
}

/** A generated picture under the light that has been joined to the photo's. */
function relit(
  picture: Colours,
  labels: Labels,
  own: ReturnType<typeof classLight>,
  wanted: ReturnType<typeof classLight>,
  fullWidth: number,
): Colours {
  const pixels = fullWidth / picture.width
  const texture = textureOf(picture, labels, own, pixels)
  return withLight({ texture, labels }, wanted, pixels)
}
