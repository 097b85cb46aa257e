import { classMapOf } from '../../../contract/class-maps.ts'
import { CocanvasError } from '../../../contract/error-codes.ts'
import type { RemotePhotoEditRequest } from '../../../contract/recipes/photo-edit.ts'
import type { InstalledPack } from '../../../packs/installed-pack.ts'
import type { SessionPool } from '../../session-pool.ts'
import type { JobVoice, RecipeHost } from '../recipe-runner.ts'
import type { Lender } from './lent-classes.ts'

/**
 * The photos that lend classes, as the pack sees them.
 *
 * @throws CocanvasError `bad-request` for a pack that does not say which classes photos show
 */
export async function readLenders(
  request: RemotePhotoEditRequest,
  pack: InstalledPack,
  sessions: SessionPool,
  host: RecipeHost,
  { checkpoint, progress }: JobVoice,
): Promise<readonly Lender[]> {
  const lenders: Lender[] = []
  for (const { classId, exemplarId } of request.borrowed) {
    const stored = host.photo(exemplarId)
    const job = { checkpoint, begin: (stage: string) => progress(stage, 0) }
    const { image, condition } = stored.exemplar
    const given = classMapOf(condition)
    if (given !== undefined) lenders.push({ classId, image, labels: given })
    else {
      const reading = await host.reading(stored, pack, sessions, job, ignoreTiming).read()
      const labels = classMapOf(reading.condition)
      if (labels === undefined)
        throw new CocanvasError(
          'bad-request',
          `The pack ${pack.manifest.id} does not label photos; choose another pack.`,
        )
      lenders.push({ classId, image: reading.prepared?.photo ?? image, labels })
    }
    await checkpoint()
  }
  return lenders
}

function ignoreTiming(): void {
  // The edit's own timing covers it.
}
