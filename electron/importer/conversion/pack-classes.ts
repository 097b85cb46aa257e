import { FACE_CLASSES } from '../../conditions/face/face-classes.ts'
import type { PackClass } from '../../contract/pack-facts.ts'
import type { OfficialTaskId } from '../architecture/official-task.ts'
import { ADE20K_CLASS_NAMES } from './ade20k-class-names.ts'
import { classColour, type Colour } from './class-colour.ts'

/** The landscape pack's colours of these ids, so that a layout painted for it looks the same here. */
const LANDSCAPE_COLOURS: ReadonlyMap<number, Colour> = new Map([
  [0, [66, 58, 72]],
  [1, [206, 184, 158]],
  [2, [178, 84, 64]],
  [3, [158, 202, 234]],
  [5, [38, 84, 50]],
  [7, [92, 90, 88]],
  [10, [126, 184, 82]],
  [13, [228, 98, 142]],
  [14, [160, 116, 76]],
  [17, [142, 134, 158]],
  [18, [74, 148, 106]],
  [22, [94, 172, 194]],
  [27, [36, 94, 150]],
  [30, [222, 198, 106]],
])

/** What the authors' loader makes of the value 255, which their data sets give to pixels that nobody labelled. */
const ADE20K_UNKNOWN = 150
const DONT_CARE = 255

/**
 * What label images for a task may hold: raw ADE20k indices (255 means the last), or CelebAMask-HQ ids (for edges their channel is the face
 * part, 0 where they are none). Poses have no classes.
 */
export function packClasses(task: OfficialTaskId): PackClass[] {
  switch (task) {
    case 'ade20k':
      return ADE20K_CLASS_NAMES.map((name, id) => ({
        id,
        name,
        colour: LANDSCAPE_COLOURS.get(id) ?? classColour(id),
        channel: id,
        aliases: id === ADE20K_UNKNOWN ? [{ id: DONT_CARE, name: 'unknown' }] : [],
      }))
    case 'celebahq':
      return faceClasses(({ maskChannel }) => maskChannel)
    case 'celebahqedge':
      return faceClasses(({ part }) => part)
    case 'deepfashion':
      return []
  }
}

function faceClasses(channelOf: (face: (typeof FACE_CLASSES)[number]) => number): PackClass[] {
  return FACE_CLASSES.map((face) => ({
    id: face.id,
    name: face.name,
    colour: face.id === 0 ? [66, 58, 72] : classColour(face.id),
    channel: channelOf(face),
    aliases: [],
  }))
}
