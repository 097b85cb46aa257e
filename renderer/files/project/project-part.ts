import type { z } from 'zod'

import type { ProjectPicture } from '../../../electron/contract/project-content.ts'

export type JsonValue = z.infer<z.ZodJSONSchema>

/** What a part puts into a project file. Picture ids begin with the part's name and a dash. */
export interface SavedPart {
  readonly state: JsonValue
  readonly pictures: readonly ProjectPicture[]
}

/**
 * A feature's share of a project, such as the exemplars: written with every save and journalled with every change.
 * The project knows parts by name only; a file without a part restores it with `undefined`.
 */
export interface ProjectPart {
  /** Lower-case letters and dashes; never changes. */
  readonly name: string
  readonly save: () => Promise<SavedPart>
  /** Takes what `save` gave; damaged or missing state means the part's own beginning. */
  readonly restore: (state: unknown, pictures: ReadonlyMap<string, ProjectPicture>) => Promise<void>
  /** Tells of changes that belong into the file. */
  readonly subscribe: (listener: () => void) => () => void
}
