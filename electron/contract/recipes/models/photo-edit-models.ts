import type { RecipeModels } from './recipe-models.ts'

/** An edit is painted with the packs of `exemplar-synthesis`; it is drawn in classes, so the pack has to take them. */
export const photoEditModels = {
  manifest: undefined,
  takes: ({ recipe, conditions }) =>
    recipe === 'exemplar-synthesis' && conditions.some(({ kind }) => kind === 'labels' || kind === 'masks'),
  annotators: [],
} as const satisfies RecipeModels
