import type { GenerationOptions } from '../../../../electron/cli/engine/engine.ts'
import type { MakeUpNotice } from '../../../../electron/contract/recipes/make-up-notice.ts'
import type { MakeUpRequest } from '../../../../electron/contract/recipes/make-up.ts'
import type { OfRecipe, RecipeResult, RequestOf } from '../../../../electron/contract/recipes/recipe.ts'
import type { RecipeName } from '../../../../electron/contract/recipes/recipe-name.ts'
import { FakeEngine } from './fake-engine.ts'

/** A host that finds a face in everything but dark photos, and paints its first pixel. */
export class MakeUpEngine extends FakeEngine {
  madeUp = 0
  /** What it says of every photo that it makes up. */
  notices: MakeUpNotice[] = []

  override generate<Name extends RecipeName>(
    request: RequestOf<Name>,
    _options: GenerationOptions<Name>,
  ): Promise<OfRecipe<RecipeResult, Name>> {
    if (!isMakeUp(request) || request.full === undefined) throw new Error('another recipe')
    const { recipe, viewId, revision, full } = request
    const answer = { recipe, viewId, revision, timings: [] }
    const nobody: RecipeResult = {
      ...answer,
      faces: [],
      patches: [],
      notices: [{ kind: 'no-face', role: 'photo', least: 60 }],
    }
    if ((request.photo.image.data[0] ?? 0) < 50) return Promise.resolve(nobody as OfRecipe<RecipeResult, Name>)
    this.madeUp++
    const window = { x: 0, y: 0, width: 1, height: 1 }
    const patch = { window, data: new Uint8Array(full.channels).fill(7), mask: Uint8Array.of(255) }
    const faces = [{ x: 0, y: 0, width: 1, height: 1 }]
    const result: RecipeResult = { ...answer, faces, patches: [patch], notices: this.notices }
    return Promise.resolve(result as OfRecipe<RecipeResult, Name>)
  }
}

function isMakeUp(request: { readonly recipe: RecipeName }): request is MakeUpRequest {
  return request.recipe === 'make-up'
}
