import type { RecipeModels } from './recipe-models.ts'
import { synthesisManifestSchema } from './synthesis-manifest.ts'

/** Packs are trained for this recipe; a pack names the annotator of its exemplars itself. */
export const synthesisModels = {
  manifest: synthesisManifestSchema,
  takes: ({ recipe }) => recipe === 'exemplar-synthesis',
  annotators: [],
} as const satisfies RecipeModels
