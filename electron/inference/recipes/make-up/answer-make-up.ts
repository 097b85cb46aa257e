import type { QuestionAnswerer } from '../recipe-runner.ts'
import { faceReader } from './face-reader.ts'
import { usableFace } from './make-up-faults.ts'
import { encodePreset } from './preset-file.ts'

/** Says where the parts of a photo's faces are, or gives the make-up of its largest face as a file. */
export const answerMakeUp: QuestionAnswerer<'make-up'> = async ({ recipe, photoId, wanted }, host, voice) => {
  const reader = faceReader(host)
  const photo = host.photo(photoId)
  const found = await reader.faces(photo, () => voice.checkpoint())
  if (wanted === 'preset') {
    const layers = await reader.makeup(photo, found, usableFace(found.faces, 'exemplar'))
    return { recipe, preset: encodePreset(layers) }
  }
  usableFace(found.faces, 'photo')
  return { recipe, parts: await reader.parts(photo, found, () => voice.checkpoint()) }
}
