import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import { shippedTitle } from '../../i18n/shipped-names.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import { allowedSide } from '../../model/document/document-structure.ts'
import { newDocument } from '../../model/document/new-document.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import { otherClass } from '../../model/palette/match-class.ts'
import type { ProjectSession } from './project-session.ts'

export interface SampleDocumentParts {
  readonly shell: Pick<ShellCalls, 'listSampleLayouts' | 'readSampleLayout'>
  readonly session: ProjectSession
  readonly announcer: Announcer
  readonly packId: () => string | undefined
  readonly classes: () => readonly PackClass[]
  /** Makes a class the active one. */
  readonly choose: (classId: number) => void
}

/**
 * The layout shown at the first start, where it is installed. With the first sample photo it makes the best of the
 * shipped pairs.
 */
const FIRST_LAYOUT = 'meadow-road'

/** The class of the first stroke: it changes the sample wherever it is painted, and every landscape photo shows it. */
const FIRST_CLASS = 'tree'

/** Sides of the sample document: small, so that the first picture comes at once. */
const LONGEST_SIDE = 384

/** Opens a layout that ships with the app. @returns whether there was one for this pack. */
export async function openSampleDocument(parts: SampleDocumentParts): Promise<boolean> {
  const { shell, session, announcer, packId, classes, choose } = parts
  const pack = packId()
  const layouts = await shell.listSampleLayouts()
  const layout = layouts.find(({ id }) => id === FIRST_LAYOUT) ?? layouts[0]
  if (pack === undefined || layout === undefined) return false
  // The sample layouts are landscapes: a pack with other classes has no sample.
  const labels = await shell.readSampleLayout(layout.id, pack).catch(() => undefined)
  if (labels === undefined) return false
  const scale = Math.min(1, LONGEST_SIDE / Math.max(labels.width, labels.height))
  const width = allowedSide(labels.width * scale)
  const height = allowedSide(labels.height * scale)
  const structure = newDocument(
    {
      name: shippedTitle((key, ...values) => announcer.text(key, ...values), layout),
      width,
      height,
      backdropClassId: otherClass(classes()),
      layerName: announcer.text('layer.kind.label'),
    },
    makeId,
  )
  const { data } = resizeNearest(labels, { width, height })
  await session.begin(structure, new Map(structure.rootIds.map((id) => [id, { width, height, data: data.slice() }])))
  const first = classes().find(({ name }) => name === FIRST_CLASS)
  if (first !== undefined) choose(first.id)
  return true
}

/** Opens an empty document where there is no sample. */
export async function openEmptyDocument({ session, announcer, classes }: SampleDocumentParts): Promise<void> {
  const sky = classes().find(({ name }) => name === 'sky')
  const layerName = announcer.text('layer.kind.label')
  const backdropClassId = sky?.id ?? otherClass(classes())
  const name = announcer.text('project.untitled')
  await session.begin(newDocument({ name, width: 256, height: 256, backdropClassId, layerName }, makeId))
}
