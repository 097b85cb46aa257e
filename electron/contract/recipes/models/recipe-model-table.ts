import type { RecipeName } from '../recipe-name.ts'
import { makeUpModels } from './make-up-models.ts'
import { photoEditModels } from './photo-edit-models.ts'
import type { OfferedPack, RecipeModels } from './recipe-models.ts'
import { synthesisModels } from './synthesis-models.ts'

/** What each recipe runs with; the compiler names the recipe that is missing. */
export const recipeModels = {
  'exemplar-synthesis': synthesisModels,
  'photo-edit': photoEditModels,
  'make-up': makeUpModels,
} as const satisfies Readonly<Record<RecipeName, RecipeModels>>

/** Whether a recipe can run with a pack. */
export function recipeTakes(recipe: RecipeName, pack: OfferedPack): boolean {
  const models: RecipeModels = recipeModels[recipe]
  return models.takes?.(pack) ?? false
}

/** The annotators that some recipe cannot do without. */
export function neededAnnotators(): readonly string[] {
  return Object.values(recipeModels).flatMap(({ annotators }) => [...annotators])
}
