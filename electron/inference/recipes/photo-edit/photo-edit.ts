import type { PhotoPatch } from '../../../contract/photo-patch.ts'
import { mappedColours } from '../../../photo-edit/colour-map.ts'
import { continuedPicture } from '../../../photo-edit/continued-picture.ts'
import { editWindow } from '../../../photo-edit/edit-window.ts'
import { patchedPhoto } from '../../../photo-edit/photo-colours.ts'
import type { Colours } from '../../../detail/raster.ts'
import type { JobVoice, RecipeRunner } from '../recipe-runner.ts'
import { planEdit } from './edit-plan.ts'
import { lackingClasses, lentPart } from './lent-classes.ts'
import { moveMouth } from './move-mouth.ts'
import { readLenders } from './read-lenders.ts'
import type { PackSight, SightMaterial } from './pack-sight.ts'
import { paintPlace } from './paint-place.ts'
import { partSight } from './part-sight.ts'
import { windowSight } from './window-sight.ts'

/** Makes what an edit of a photo changes, window by window, and tells the region before. */
export const photoEdit: RecipeRunner<'photo-edit'> = {
  async run(request, host, voice, show) {
    const { recipe, viewId, revision, seed } = request
    let { photo } = request
    const pack = await host.pack(request.pack.id)
    const { classes, sizes, version } = pack.manifest
    const sessions = await host.sessionsFor(pack, voice.checkpoint)
    const start = host.now()
    const original = host.photo(request.originalId)
    const tools = { sessions, networks: host.networks, checkpoint: voice.checkpoint }
    const seen = await host.editableParts(original.exemplar.image, original.imageKey, pack, tools)
    const plan = await planEdit(request, original, pack.manifest, seen, voice.checkpoint)
    await voice.checkpoint()
    const { width, height, whole } = plan.region
    const lent = request.borrowed.map(({ classId }) => classId)
    const parts = {
      recipe,
      viewId,
      revision,
      region: { width, height, data: whole },
      lacking: [...new Set(plan.places.flatMap((place) => lackingClasses(place, lent)))],
    }
    const patches: PhotoPatch[] = []
    show({ ...parts, patches: [] })
    const windows = plan.places.reduce((sum, place) => sum + place.windows.length, 0)
    const lenders = windows === 0 ? [] : await readLenders(request, pack, sessions, host, voice)
    const material: SightMaterial = { original, photo, sizes }
    for (const place of plan.places) {
      const { making, before, after, region, forbidden, fraying, unsure, keptCell, part } = place
      const borrowed = lenders.map((lender) => lentPart(lender, place, plan, classes))
      await voice.checkpoint()
      // A part is painted once, however many of its places change, and only if the pack is needed.
      let painted: { readonly sight: PackSight; readonly picture: Colours } | undefined
      for (const window of place.windows) {
        const share = (done: number): number => (patches.length + done) / windows
        const within: JobVoice = {
          ...voice,
          progress: (stage, value) => voice.progress(stage, share(value * PAINTING)),
        }
        const paint = async (): Promise<Colours> => {
          if (painted === undefined || part === undefined) {
            const sight = part === undefined ? windowSight(material, place, window) : partSight(material, place, part)
            painted = { sight, picture: await paintPlace(request, sight, host, within) }
          }
          await voice.checkpoint()
          return mappedColours(painted.sight.over(window, painted.picture), plan.colours)
        }
        const detail = (done: number): void => {
          voice.progress('detail', share(PAINTING + done * (1 - PAINTING)))
        }
        const sketch = (sketched: PhotoPatch): void => {
          show({ ...parts, patches: [...patches, sketched] })
        }
        const make = async (): Promise<PhotoPatch> => {
          if (making.way === 'moved' && part !== undefined) {
            const working = original.exemplar.image.width
            const mouth = { place, part, making, window, photo, working, lenders, classes, paint, sketch }
            return moveMouth(mouth, voice.checkpoint)
          }
          const generated =
            making.way === 'painted' ? await paint() : continuedPicture(photo, window, after, region, unsure)
          return editWindow(
            {
              before,
              after,
              region,
              forbidden,
              fraying,
              unsure,
              keptCell,
              photo,
              window,
              generated,
              borrowed,
              classes,
              seed,
            },
            voice.checkpoint,
            detail,
            sketch,
          )
        }
        const patch = await make()
        patches.push(patch)
        // Windows of two faces may overlap: the later one has to show what the earlier one changed.
        if (part !== undefined && patches.length < windows) photo = patchedPhoto(photo, [patch])
        // The last patch is the result's, and large ones are sent once, with it.
        if (patches.length < windows && pixelsOf(patches) <= SHOWN_PIXELS) show({ ...parts, patches })
      }
    }
    return {
      ...parts,
      patches,
      packVersion: version,
      provider: sessions.provider,
      timings: [{ stage: 'edit', milliseconds: host.now() - start, cached: false }],
    }
  },
}

/** Patches of more pixels than any preview has are those of a final result, which nobody looks at before it is whole. */
const SHOWN_PIXELS = 2_000_000

function pixelsOf(patches: readonly PhotoPatch[]): number {
  return patches.reduce((sum, { mask }) => sum + mask.length, 0)
}

/** Share of a window's time that the pack takes. */
const PAINTING = 0.3
