import { z } from 'zod'
import type { Exemplar } from '../generation-request.ts'
import {
  correspondenceAnswerSchema,
  remoteCorrespondenceQuestionSchema,
  remoteSynthesis,
  remoteSynthesisRequestSchema,
  synthesisPhotos,
  synthesisPreviewSchema,
  synthesisResultSchema,
  type SynthesisRequest,
} from './exemplar-synthesis.ts'
import {
  makeUpPhotos,
  makeUpPreviewSchema,
  makeUpResultSchema,
  remoteMakeUp,
  remoteMakeUpRequestSchema,
  type MakeUpRequest,
} from './make-up.ts'
import { makeUpAnswerSchema, remoteMakeUpQuestionSchema } from './make-up-question.ts'
import type { NamedPhotos } from './named-photos.ts'
import type { RecipeName } from './recipe-name.ts'
import {
  photoEditPhotos,
  photoEditPreviewSchema,
  photoEditResultSchema,
  remotePhotoEdit,
  remotePhotoEditRequestSchema,
  type PhotoEditRequest,
} from './photo-edit.ts'

/**
 * Every way of making a picture. A recipe adds one line to each list below; from there the compiler names what is
 * missing in the host (electron/inference/recipes/recipe-table.ts) and here.
 */
export const remoteRequestSchema = z.discriminatedUnion('recipe', [
  remoteSynthesisRequestSchema,
  remotePhotoEditRequestSchema,
  remoteMakeUpRequestSchema,
])
export type RemoteRequest = z.infer<typeof remoteRequestSchema>

/** What a recipe shows before its picture is finished, any number of times. */
export const recipePreviewSchema = z.discriminatedUnion('recipe', [
  synthesisPreviewSchema,
  photoEditPreviewSchema,
  makeUpPreviewSchema,
])
export type RecipePreview = z.infer<typeof recipePreviewSchema>

/** What a recipe makes in the end. */
export const recipeResultSchema = z.discriminatedUnion('recipe', [
  synthesisResultSchema,
  photoEditResultSchema,
  makeUpResultSchema,
])
export type RecipeResult = z.infer<typeof recipeResultSchema>

/** Questions about a picture that need the networks again; not every recipe has them. */
export const remoteQuestionSchema = z.discriminatedUnion('recipe', [
  remoteCorrespondenceQuestionSchema,
  remoteMakeUpQuestionSchema,
])
export type RemoteQuestion = z.infer<typeof remoteQuestionSchema>
export const recipeAnswerSchema = z.discriminatedUnion('recipe', [correspondenceAnswerSchema, makeUpAnswerSchema])
export type RecipeAnswer = z.infer<typeof recipeAnswerSchema>

/** The view that a question is about: of one view only the newest question waits. */
export function viewOfQuestion(question: RemoteQuestion): string {
  return question.recipe === 'make-up' ? question.viewId : question.request.viewId
}

/** A request with its photos in it, as a caller writes it. */
interface Requests {
  readonly 'exemplar-synthesis': SynthesisRequest
  readonly 'photo-edit': PhotoEditRequest
  readonly 'make-up': MakeUpRequest
}
export type RequestOf<Name extends RecipeName> = Requests[Name] & { readonly recipe: Name }

/** The members of a union by their recipe. */
export type OfRecipe<Union extends { readonly recipe: RecipeName }, Name extends RecipeName> = Extract<
  Union,
  { readonly recipe: Name }
>

/** Whether a message's content belongs to a recipe. */
export function isOfRecipe<Union extends { readonly recipe: RecipeName }, Name extends RecipeName>(
  value: Union,
  name: Name,
): value is OfRecipe<Union, Name> {
  const own: string = value.recipe
  return own === name
}

/** What a client has to know of a recipe to send its request. */
interface RecipeSending<Request, Remote> {
  /** The photos the host must know before the request. */
  readonly photosOf: (request: Request) => readonly Exemplar[]
  /** The request with its photos named. */
  readonly remote: (request: Request, photos: NamedPhotos) => Remote
}

const SENDING: { readonly [Name in RecipeName]: RecipeSending<Requests[Name], OfRecipe<RemoteRequest, Name>> } = {
  'exemplar-synthesis': { photosOf: synthesisPhotos, remote: remoteSynthesis },
  'photo-edit': { photosOf: photoEditPhotos, remote: remotePhotoEdit },
  'make-up': { photosOf: makeUpPhotos, remote: remoteMakeUp },
}

/** The photos of a request of any recipe. */
export function photosOfRequest<Name extends RecipeName>(request: RequestOf<Name>): readonly Exemplar[] {
  return SENDING[request.recipe].photosOf(request)
}

/** A request of any recipe as it is sent. */
export function remoteRequest<Name extends RecipeName>(
  request: RequestOf<Name>,
  photos: NamedPhotos,
): OfRecipe<RemoteRequest, Name> {
  return SENDING[request.recipe].remote(request, photos)
}
