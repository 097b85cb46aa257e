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
}

const alone = (part: LinePart, facts: Omit<LinePartFacts, 'mirrored'>): LinePartFacts => ({ ...facts, mirrored: part })

/** The parts in the order of their distance channels, then those without one. */
export const linePartTable: Readonly<Record<LinePart, LinePartFacts>> = {
  skin: alone('skin', { title: 'linePart.skin', colour: '#ff8a3d', className: 'skin' }),
  'left brow': {
    title: 'linePart.leftBrow',
    colour: '#8be04e',
    mirrored: 'right brow',
    className: 'left brow',
  },
  'right brow': {
    title: 'linePart.rightBrow',
    colour: '#4ec27a',
    mirrored: 'left brow',
    className: 'right brow',
  },
  'left eye': { title: 'linePart.leftEye', colour: '#36c6ff', mirrored: 'right eye', className: 'left eye' },
  'right eye': {
    title: 'linePart.rightEye',
    colour: '#4f8dff',
    mirrored: 'left eye',
    className: 'right eye',
  },
  'left ear': { title: 'linePart.leftEar', colour: '#d9a441', mirrored: 'right ear', className: 'left ear' },
  'right ear': {
    title: 'linePart.rightEar',
    colour: '#b98a2f',
    mirrored: 'left ear',
    className: 'right ear',
  },
  nose: alone('nose', { title: 'linePart.nose', colour: '#ffd23f', className: 'nose' }),
  'upper lip': alone('upper lip', {
    title: 'linePart.upperLip',
    colour: '#ff5f8a',
    className: 'upper lip',
  }),
  mouth: alone('mouth', { title: 'linePart.mouth', colour: '#ff3d3d', className: 'mouth' }),
  'lower lip': alone('lower lip', {
    title: 'linePart.lowerLip',
    colour: '#e0479e',
    className: 'lower lip',
  }),
  eyeglasses: alone('eyeglasses', {
    title: 'linePart.eyeglasses',
    colour: '#b36bff',
    className: 'eyeglasses',
  }),
  hair: alone('hair', { title: 'linePart.hair', colour: '#c08457', className: 'hair' }),
  lid: alone('lid', { title: 'linePart.lid', colour: '#7fe3d8', className: undefined }),
  other: alone('other', { title: 'linePart.other', colour: '#cfd6df', className: undefined }),
}
