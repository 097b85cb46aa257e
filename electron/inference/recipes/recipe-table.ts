import type {
  OfRecipe,
  RecipeAnswer,
  RecipePreview,
  RecipeResult,
  RemoteQuestion,
  RemoteRequest,
} from '../../contract/recipes/recipe.ts'
import type { RecipeName } from '../../contract/recipes/recipe-name.ts'
import { answerCorrespondence } from './exemplar-synthesis/answer-correspondence.ts'
import { synthesis } from './exemplar-synthesis/synthesis.ts'
import { photoEdit } from './photo-edit/photo-edit.ts'
import { answerMakeUp } from './make-up/answer-make-up.ts'
import { makeUp } from './make-up/make-up.ts'
import type { AnsweringRecipe, JobVoice, QuestionAnswerer, RecipeHost, RecipeRunner } from './recipe-runner.ts'

/** Who makes the pictures of each recipe; the compiler names the recipe that is missing. */
const RUNNERS: { readonly [Name in RecipeName]: RecipeRunner<Name> } = {
  'exemplar-synthesis': synthesis,
  'photo-edit': photoEdit,
  'make-up': makeUp,
}

/** Who answers the questions of each recipe that has some. */
const ANSWERERS: { readonly [Name in AnsweringRecipe]: QuestionAnswerer<Name> } = {
  'exemplar-synthesis': answerCorrespondence,
  'make-up': answerMakeUp,
}

/** Makes a picture by the recipe of its request. */
export function runRecipe<Name extends RecipeName>(
  name: Name,
  request: OfRecipe<RemoteRequest, Name>,
  host: RecipeHost,
  voice: JobVoice,
  show: (preview: OfRecipe<RecipePreview, Name>) => void,
): Promise<OfRecipe<RecipeResult, Name>> {
  return RUNNERS[name].run(request, host, voice, show)
}

/** Answers a question about a picture. */
export function answerQuestion<Name extends AnsweringRecipe>(
  name: Name,
  question: OfRecipe<RemoteQuestion, Name>,
  host: RecipeHost,
  voice: JobVoice,
): Promise<OfRecipe<RecipeAnswer, Name>> {
  return ANSWERERS[name](question, host, voice)
}
