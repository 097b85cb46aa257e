import type { PlainMessageKey } from '../../i18n/message.ts'
import type { LinePart } from './stroke.ts'

interface LinePartFacts {
  readonly title: PlainMessageKey
  /** CSS colour of its lines; bright, to be seen over photos and labels. */
  readonly colour: string
  /** The same part on the other side of the face. Left and right are the person's. */
  readonly mirrored: LinePart
  /** The name of the class with which its closed lines are filled when lines become masks. */
  readonly className: string | undefined
  /** Which closed line lies on top when lines become masks: the one with the higher number. */
  readonly depth: number
}

const alone = (part: LinePart, facts: Omit<LinePartFacts, 'mirrored'>): LinePartFacts => ({ ...facts, mirrored: part })

/** The parts in the order of their distance channels, then those without one. */
export const linePartTable: Readonly<Record<LinePart, LinePartFacts>> = {
  skin: alone('skin', { title: 'linePart.skin', colour: '#ff8a3d', className: 'skin', depth: 10 }),
  'left brow': {
    title: 'linePart.leftBrow',
    colour: '#8be04e',
    mirrored: 'right brow',
    className: 'left brow',
    depth: 40,
  },
  'right brow': {
    title: 'linePart.rightBrow',
    colour: '#4ec27a',
    mirrored: 'left brow',
    className: 'right brow',
    depth: 40,
  },
  'left eye': { title: 'linePart.leftEye', colour: '#36c6ff', mirrored: 'right eye', className: 'left eye', depth: 40 },
  'right eye': {
    title: 'linePart.rightEye',
    colour: '#4f8dff',
    mirrored: 'left eye',
    className: 'right eye',
    depth: 40,
  },
  'left ear': { title: 'linePart.leftEar', colour: '#d9a441', mirrored: 'right ear', className: 'left ear', depth: 5 },
  'right ear': {
    title: 'linePart.rightEar',
    colour: '#b98a2f',
    mirrored: 'left ear',
    className: 'right ear',
    depth: 5,
  },
  nose: alone('nose', { title: 'linePart.nose', colour: '#ffd23f', className: 'nose', depth: 40 }),
  'upper lip': alone('upper lip', {
    title: 'linePart.upperLip',
    colour: '#ff5f8a',
    className: 'upper lip',
    depth: 45,
  }),
  mouth: alone('mouth', { title: 'linePart.mouth', colour: '#ff3d3d', className: 'mouth', depth: 44 }),
  'lower lip': alone('lower lip', {
    title: 'linePart.lowerLip',
    colour: '#e0479e',
    className: 'lower lip',
    depth: 45,
  }),
  eyeglasses: alone('eyeglasses', {
    title: 'linePart.eyeglasses',
    colour: '#b36bff',
    className: 'eyeglasses',
    depth: 35,
  }),
  hair: alone('hair', { title: 'linePart.hair', colour: '#c08457', className: 'hair', depth: 50 }),
  lid: alone('lid', { title: 'linePart.lid', colour: '#7fe3d8', className: undefined, depth: 0 }),
  other: alone('other', { title: 'linePart.other', colour: '#cfd6df', className: undefined, depth: 0 }),
}
