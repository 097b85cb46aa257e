import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import { allowedSide, type DocumentStructure } from '../../model/document/document-structure.ts'
import { freshLayer } from '../../model/document/layer-kinds/layer-facets.ts'
import { newDocument } from '../../model/document/new-document.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'

/** Width divided by height for a picture of one person, where the pack makes pictures of any proportions. */
const PORTRAIT = 3 / 4
const HEIGHT = 512

/** A document with a person who stands over the picture that is made of them. */
export function posedDocument({ sizes }: PackManifest, announcer: Pick<Announcer, 'text'>): DocumentStructure {
  const proportions = sizes.fixed === undefined ? PORTRAIT : sizes.fixed.width / sizes.fixed.height
  const size = { width: allowedSide(HEIGHT * proportions), height: HEIGHT }
  const empty = newDocument(
    { name: announcer.text('project.untitled'), ...size, backdropClassId: 0, layerName: '' },
    makeId,
  )
  const pose = freshLayer('pose', { id: `layer-${makeId()}`, name: announcer.text('layer.kind.pose') }, size)
  // Nothing is painted under it that has to show through: the skeleton lies above.
  const result = {
    ...freshLayer('result', { id: `layer-${makeId()}`, name: announcer.text('layer.kind.result') }, size),
    opacity: 1,
  }
  return {
    ...empty,
    rootIds: [pose.id, result.id],
    layers: { [pose.id]: pose, [result.id]: result },
    activeLayerId: pose.id,
  }
}
