import type { z } from 'zod'
import type { ConditionKind } from '../../condition-kind.ts'

/** The facts of a pack by which a recipe decides whether it can use it. */
export interface OfferedPack {
  readonly recipe: string
  readonly conditions: readonly { readonly kind: ConditionKind }[]
}

/** The trained models that a recipe runs with. */
export interface RecipeModels {
  /** The schema of the manifests (format 2) that declare this recipe; undefined = no pack is made for it alone. */
  readonly manifest: z.ZodType | undefined
  /** Whether the recipe can run with this pack, whichever recipe the pack declares; undefined = it runs without a pack. */
  readonly takes: ((pack: OfferedPack) => boolean) | undefined
  /** The annotators that it cannot do without, whatever the pack. */
  readonly annotators: readonly string[]
}
