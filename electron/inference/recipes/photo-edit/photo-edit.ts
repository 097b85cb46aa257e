import { classMapOf } from '../../../contract/class-maps.ts'
import { CocanvasError } from '../../../contract/error-codes.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { PhotoPatch } from '../../../contract/photo-patch.ts'
import type { RemotePhotoEditRequest } from '../../../contract/recipes/photo-edit.ts'
import { mappedColours } from '../../../photo-edit/colour-map.ts'
import { editWindow } from '../../../photo-edit/edit-window.ts'
import type { LentPart } from '../../../photo-edit/lent-part.ts'
import type { InstalledPack } from '../../../packs/installed-pack.ts'
import type { PhotoReading } from '../../reading/read-photo.ts'
import type { SessionPool } from '../../session-pool.ts'
import type { JobVoice, RecipeHost, RecipeRunner } from '../recipe-runner.ts'
import { planEdit, type EditPlan } from './edit-plan.ts'
import { lackingClasses, lentPart } from './lent-classes.ts'
import { paintWindow } from './paint-window.ts'

/** Makes what an edit of a photo changes, window by window, and tells the region before. */
export const photoEdit: RecipeRunner<'photo-edit'> = {
  async run(request, host, voice, show) {
    const { recipe, viewId, revision } = request
    const pack = await host.pack(request.pack.id)
    const sessions = await host.sessionsFor(pack, voice.checkpoint)
    const start = host.now()
    const plan = planEdit(request, host.photo(request.originalId), pack.manifest)
    await voice.checkpoint()
    const { width, height, whole } = plan.region
    const parts = {
      recipe,
      viewId,
      revision,
      region: { width, height, data: whole },
      lacking: [
        ...lackingClasses(
          plan,
          request.borrowed.map(({ classId }) => classId),
        ),
      ],
    }
    const patches: PhotoPatch[] = []
    show({ ...parts, patches: [] })
    const borrowed = plan.windows.length === 0 ? [] : await lentParts(request, plan, pack, sessions, host, voice)
    for (const [index, window] of plan.windows.entries()) {
      const share = (done: number): number => (index + done) / plan.windows.length
      const within: JobVoice = { ...voice, progress: (stage, value) => voice.progress(stage, share(value * PAINTING)) }
      const { picture } = await paintWindow(request, plan, window, host, within)
      const { photo, seed } = request
      const task = {
        ...plan,
        photo,
        window,
        generated: mappedColours(picture, plan.colours),
        borrowed,
        classes: pack.manifest.classes,
        seed,
      }
      patches.push(
        await editWindow(task, voice.checkpoint, (done) => {
          voice.progress('detail', share(PAINTING + done * (1 - PAINTING)))
        }),
      )
      show({ ...parts, patches })
    }
    return {
      ...parts,
      patches,
      packVersion: pack.manifest.version,
      provider: sessions.provider,
      timings: [{ stage: 'edit', milliseconds: host.now() - start, cached: false }],
    }
  },
}

/** Share of a window's time that the pack takes. */
const PAINTING = 0.3

async function lentParts(
  request: RemotePhotoEditRequest,
  plan: EditPlan,
  pack: InstalledPack,
  sessions: SessionPool,
  host: RecipeHost,
  { checkpoint, progress }: JobVoice,
): Promise<readonly LentPart[]> {
  const parts: LentPart[] = []
  for (const { classId, exemplarId } of request.borrowed) {
    const stored = host.photo(exemplarId)
    const job = { checkpoint, begin: (stage: string) => progress(stage, 0) }
    const labels =
      classMapOf(stored.exemplar.condition) ??
      wholeClassMap(await host.reading(stored, pack, sessions, job, ignoreTiming).read(), pack)
    parts.push(lentPart(stored, labels, classId, request, plan, pack.manifest.classes))
    await checkpoint()
  }
  return parts
}

/** @throws CocanvasError `bad-request` for a pack that reads something else of photos, or only a part of them */
function wholeClassMap({ condition, prepared }: PhotoReading, { manifest }: InstalledPack): LabelMap {
  const labels = prepared === undefined ? classMapOf(condition) : undefined
  if (labels !== undefined) return labels
  throw new CocanvasError('bad-request', `The pack ${manifest.id} does not label whole photos; choose another pack.`)
}

function ignoreTiming(): void {
  // The edit's own timing covers it.
}
