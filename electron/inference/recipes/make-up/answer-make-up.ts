import type { MakeupPart } from '../../../contract/makeup-parts.ts'
import { preventsMakeUp } from '../../../contract/recipes/make-up-notice.ts'
import { gatheredLayers } from '../../../makeup/layers/gathered-layers.ts'
import type { MakeupLayers } from '../../../makeup/layers/makeup-layers.ts'
import type { QuestionAnswerer } from '../recipe-runner.ts'
import { faceReader } from './face-reader.ts'
import { faultError, isNotice, usableFace } from './make-up-faults.ts'
import { encodePreset } from './preset-file.ts'
import { readWornMakeup } from './read-looks.ts'

/** Says where the parts of a photo's faces are, or gives the make-up of a look as a file. */
export const answerMakeUp: QuestionAnswerer<'make-up'> = async (question, host, voice) => {
  const { recipe } = question
  const reader = faceReader(host)
  if (question.wanted === 'preset') {
    const read = await readWornMakeup(Object.values(question.worn), host, reader, voice, () => undefined)
    const fault = read.notices.find(preventsMakeUp)
    if (fault !== undefined) throw faultError(fault)
    const parts: Partial<Record<MakeupPart, MakeupLayers>> = {}
    let part: MakeupPart
    for (part in question.worn) {
      const from = question.worn[part]
      const layers = from === undefined ? undefined : read.of(from)
      if (layers !== undefined) parts[part] = layers
    }
    return { recipe, preset: encodePreset(gatheredLayers(parts)) }
  }
  const photo = host.photo(question.photoId)
  const found = await reader.faces(photo, () => voice.checkpoint())
  const largest = usableFace(found.faces[0], 'photo')
  if (isNotice(largest)) throw faultError(largest)
  return { recipe, parts: await reader.parts(photo, found, () => voice.checkpoint()) }
}
