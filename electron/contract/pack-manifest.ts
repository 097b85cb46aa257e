import { z } from 'zod'
import { recipeModels } from './recipes/models/recipe-model-table.ts'

type Models = (typeof recipeModels)[keyof typeof recipeModels]
type ManifestSchema = Exclude<Models['manifest'], undefined>

/** The schemas of every recipe for which packs are made. */
const [first, ...others] = Object.values(recipeModels).flatMap(({ manifest }): ManifestSchema[] =>
  manifest === undefined ? [] : [manifest],
)
if (first === undefined) throw new Error('No recipe has packs.')

/**
 * `manifest.json` of a pack, format 2. The recipe that it declares decides what else it must state (recipes/models). Files
 * may be of an older format: read them with `storedPackManifestSchema`, which gives this.
 */
export const packManifestSchema = z.discriminatedUnion('recipe', [first, ...others], {
  error: 'recipe names none for which this version takes packs; the pack may be made for a newer Cocanvas',
})
export type PackManifest = z.infer<typeof packManifestSchema>
