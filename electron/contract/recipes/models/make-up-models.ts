import type { RecipeModels } from './recipe-models.ts'

/** Make-up is computed; only the faces are found by networks. */
export const makeUpModels = {
  manifest: undefined,
  takes: undefined,
  annotators: ['face-detector', 'face-mesh', 'face-iris', 'hair'],
} as const satisfies RecipeModels
