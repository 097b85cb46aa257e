import { CocanvasError } from '../../contract/error-codes.ts'
import type { Exemplar } from '../../contract/generation-request.ts'
import { MAKEUP_PARTS, type MakeupPart } from '../../contract/makeup-parts.ts'
import type { MakeUpPreset, PartChoice } from '../../contract/recipes/make-up.ts'
import { makeUpSentence, preventsMakeUp } from '../../contract/recipes/make-up-notice.ts'
import type { RecipeResult } from '../../contract/recipes/recipe.ts'
import { decodePhoto } from '../../images/decode-photo.ts'
import { decodeFullPhoto } from '../../images/full-resolution/decode-full-photo.ts'
import type { PhotoFile } from '../../images/full-resolution/photo-file.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { withPatches } from '../../makeup/transfer/with-patches.ts'
import type { Engine } from '../engine/engine.ts'
import type { CliEnvironment } from '../environment.ts'
import type { StatusLine } from '../output/status-line.ts'
import { decodeExemplarPhoto } from '../rendering/read-exemplar.ts'
import type { MakeupValues } from './makeup-values.ts'

/** Faces are looked for in a copy of at most this many pixels a side: a face of 60 pixels in 12 megapixels stays whole. */
const SEARCH_LONGEST_SIDE = 4096

/** What the files hold. */
export interface MakeupInputs {
  readonly file: PhotoFile
  readonly photo: Exemplar
  readonly partSources: Readonly<Record<MakeupPart, Worn>>
}

/** What lends make-up: a photo of somebody, or a look that was kept from one. */
export type Worn = Exemplar | MakeUpPreset

/** What is put on, and how strongly. */
export type MakeupChoices = Pick<MakeupValues, 'strength' | 'tone' | 'swapSides' | 'allFaces'> &
  Partial<Pick<MakeupValues, MakeupPart | 'only' | 'face'>>

/** A file that lends make-up, told apart by what is in it. @throws ImageError */
export async function readWornFile(path: string): Promise<Worn> {
  const bytes = await readPictureFile(path)
  if (LOOK.every((byte, at) => bytes[at] === byte)) return { preset: bytes }
  return { image: await decodeExemplarPhoto(path, bytes), condition: 'none' }
}

/** How a kept look begins. */
const LOOK = new TextEncoder().encode('cocanvas make-up ')

/** @param known the exemplar, where it was read before. @throws ImageError */
export async function readMakeupInputs(
  values: Pick<MakeupValues, 'photo' | 'exemplar' | 'eyesFrom' | 'skinFrom' | 'lipsFrom'>,
  known?: Worn,
): Promise<MakeupInputs> {
  const bytes = await readPictureFile(values.photo)
  const file = await decodeFullPhoto(bytes, values.photo)
  const image = await decodePhoto(bytes, values.photo, { longestSide: SEARCH_LONGEST_SIDE })
  const read = new Map<string, Worn>(known === undefined ? [] : [[values.exemplar, known]])
  const exemplarOf = async (path: string): Promise<Worn> => {
    const worn = read.get(path) ?? (await readWornFile(path))
    read.set(path, worn)
    return worn
  }
  const general = await exemplarOf(values.exemplar)
  const eyes = values.eyesFrom === undefined ? general : await exemplarOf(values.eyesFrom)
  const skin = values.skinFrom === undefined ? general : await exemplarOf(values.skinFrom)
  const lips = values.lipsFrom === undefined ? general : await exemplarOf(values.lipsFrom)
  return {
    file,
    photo: { image, condition: 'none' },
    partSources: { foundation: skin, blush: skin, paint: skin, shadow: eyes, liner: eyes, lips },
  }
}

/** A photo after its make-up. */
export interface MadeUpPhoto {
  readonly file: PhotoFile
  readonly result: Extract<RecipeResult, { recipe: 'make-up' }>
}

/** @throws CocanvasError when no face is found, or `--face` names one that is not there */
export async function makeUpPhoto(
  engine: Engine,
  { file, photo, partSources }: MakeupInputs,
  values: MakeupChoices,
  { signal }: Pick<CliEnvironment, 'signal'>,
  status: StatusLine,
): Promise<MadeUpPhoto> {
  const parts: Partial<Record<MakeupPart, PartChoice>> = {}
  for (const part of values.only ?? MAKEUP_PARTS)
    parts[part] = { strength: Math.min(1.5, (values[part] ?? 1) * values.strength), from: partSources[part] }
  const { allFaces, face, tone, swapSides } = values
  const faces = face === undefined ? (allFaces ? 'all' : 'largest') : [face - 1]
  const result = await engine.generate(
    {
      recipe: 'make-up',
      viewId: 'makeup',
      revision: 0,
      photo,
      full: file.pixels,
      looks: [{ faces, tone, swapSides, shifts: {}, parts }],
    },
    { signal, onProgress: (stage, value) => status.show(`${stage} ${String(Math.round(value * 100))} %`) },
  )
  const fault = result.notices.find(preventsMakeUp)
  if (fault !== undefined) throw new CocanvasError('bad-request', makeUpSentence(fault))
  if (face !== undefined && face > result.faces.length)
    throw new CocanvasError(
      'bad-request',
      `--face ${String(face)} is not there: ${String(result.faces.length)} ${result.faces.length === 1 ? 'face was' : 'faces were'} found, largest first; choose one of them.`,
    )
  return { file: { ...file, pixels: withPatches(file.pixels, result.patches) }, result }
}

/** The look that was put on, as a file. Parts of strength 0 are left out. */
export async function keptLook(
  engine: Engine,
  { partSources }: MakeupInputs,
  values: MakeupChoices,
  { signal }: Pick<CliEnvironment, 'signal'>,
): Promise<Uint8Array> {
  const parts = (values.only ?? MAKEUP_PARTS).filter((part) => (values[part] ?? 1) > 0)
  const worn = Object.fromEntries(parts.map((part) => [part, partSources[part]]))
  const { preset } = await engine.askMakeUp({ viewId: 'look', wanted: 'preset', worn }, { signal })
  if (preset === undefined) throw new CocanvasError('protocol', 'The host gave no look; try again.')
  return preset
}
