import type { z } from 'zod'

import type { ProjectPicture } from '../../../electron/contract/project-content.ts'

export type JsonValue = z.infer<z.ZodJSONSchema>

/** What a part puts into a project file. Picture ids begin with the part's name and a dash. */
export interface SavedPart {
  readonly state: JsonValue
  readonly pictures: readonly ProjectPicture[]
}

/**
 * A feature's share of a project, such as the exemplars: stored with every save and written to the journal with every
 * change. The project knows parts only by name; a file without a part restores it with `undefined`.
 */
export interface ProjectPart {
  /** Lower-case letters and dashes; never changes. */
  readonly name: string
  readonly save: () => Promise<SavedPart>
  /** Restores what `save` gave; if it is damaged or missing, the part begins afresh. */
  readonly restore: (state: unknown, pictures: ReadonlyMap<string, ProjectPicture>) => Promise<void>
  /** Reports changes that belong in the file. */
  readonly subscribe: (listener: () => void) => () => void
}
