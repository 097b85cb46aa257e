import { closedCurve, ellipse, mirrored, openCurve } from './curves.mjs'
import { hairOf } from './hair.mjs'

/** @typedef {import('./curves.mjs').Point} Point */

/**
 * What distinguishes one template from another. Lengths in pixels of 512.
 *
 * @typedef {object} Look
 * @property {number} width Half of the face at the cheeks.
 * @property {number} jaw 0 pointed, 1 square.
 * @property {number} chin How far down it ends.
 * @property {number} top Where the skull ends.
 * @property {{ width: number, height: number, tilt: number }} eye
 * @property {{ height: number, arch: number, tilt: number, lift: number }} brow
 * @property {{ width: number, length: number }} nose
 * @property {{ width: number, upper: number, lower: number, open: number, smile: number }} mouth
 * @property {import('./hair.mjs').HairStyle} hair
 * @property {boolean} ears
 * @property {'none' | 'round' | 'square'} glasses
 * @property {number} turn −1 to the picture's left, 1 to its right.
 */

/**
 * A closed area of a class, or an open line of none; `part` as lines name it.
 *
 * @typedef {object} Area
 * @property {string} part
 * @property {number | undefined} classId CelebAMask-HQ; undefined = a line alone.
 * @property {boolean} closed
 * @property {Point[]} points
 * @property {boolean} behind Whether the face covers a part of it.
 */

const EYE = { x: 59, y: 238 }

/**
 * Everything of a face, what lies below first. Left and right are the person's: the left eye lies at the picture's right.
 *
 * @param {Look} look
 * @returns {Area[]}
 */
export function faceAreas(look) {
  const { back, front } = hairOf(look)
  const eyeRight = eyeOutline(look)
  const browRight = browOutline(look)
  const lid = openCurve([
    [256 - EYE.x - look.eye.width, EYE.y - look.eye.height * 0.9],
    [256 - EYE.x, EYE.y - look.eye.height * 2],
    [256 - EYE.x + look.eye.width * 0.9, EYE.y - look.eye.height],
  ])
  const ear = closedCurve([
    [256 - look.width + 4, 228],
    [256 - look.width - 20, 222],
    [256 - look.width - 26, 250],
    [256 - look.width - 16, 288],
    [256 - look.width + 6, 300],
  ])
  const lips = mouthOutlines(look)
  /** @type {Area[]} */
  const areas = [
    behind('other', 18, clothOutline()),
    ...back.map((points) => behind('hair', 13, points)),
    behind('other', 17, neckOutline(look)),
    ...(look.ears ? [behind('right ear', 9, ear), behind('left ear', 8, mirrored(ear))] : []),
    area('skin', 1, faceOutline(look)),
    area('right brow', 7, browRight),
    area('left brow', 6, mirrored(browRight)),
    area('right eye', 5, eyeRight),
    area('left eye', 4, mirrored(eyeRight)),
    line('lid', lid),
    line('lid', mirrored(lid)),
    area('nose', 2, noseOutline(look)),
    ...lips,
    ...front.map((points) => area('hair', 13, points)),
    ...glassesOutlines(look).map((points) => area('eyeglasses', 3, points)),
  ]
  return areas.map((each) => ({ ...each, points: turned(each, look.turn) }))
}

/**
 * @param {string} part
 * @param {number} classId
 * @param {Point[]} points
 * @returns {Area}
 */
const area = (part, classId, points) => ({ part, classId, closed: true, points, behind: false })

/**
 * @param {string} part
 * @param {number} classId
 * @param {Point[]} points
 * @returns {Area}
 */
const behind = (part, classId, points) => ({ part, classId, closed: true, points, behind: true })

/**
 * @param {string} part
 * @param {Point[]} points
 * @returns {Area}
 */
const line = (part, points) => ({ part, classId: undefined, closed: false, points, behind: false })

/**
 * @param {Look} look
 * @returns {Point[]}
 */
function faceOutline({ width, jaw, chin, top }) {
  /** @type {Point[]} */
  const right = [
    [256 - width * 0.55, top + 12],
    [256 - width * 0.93, top + 62],
    [256 - width, 250],
    [256 - width * 0.95, 310],
    [256 - width * (0.72 + 0.16 * jaw), 378 + 8 * jaw],
    [256 - width * (0.36 + 0.16 * jaw), chin - 26 + 8 * jaw],
  ]
  return closedCurve([[256, top], ...right, [256, chin], ...mirrored(right).reverse()])
}

/**
 * @param {Look} look
 * @returns {Point[]}
 */
function eyeOutline({ eye }) {
  const x = 256 - EYE.x
  return closedCurve([
    [x - eye.width, EYE.y - eye.tilt],
    [x - eye.width * 0.45, EYE.y - eye.height * 0.95 - eye.tilt / 2],
    [x + eye.width * 0.3, EYE.y - eye.height],
    [x + eye.width, EYE.y + eye.tilt],
    [x + eye.width * 0.35, EYE.y + eye.height * 0.75],
    [x - eye.width * 0.4, EYE.y + eye.height * 0.8 - eye.tilt / 2],
  ])
}

/**
 * @param {Look} look
 * @returns {Point[]}
 */
function browOutline({ brow, eye }) {
  const x = 256 - EYE.x
  const y = EYE.y - eye.height - brow.lift
  const half = eye.width * 1.35
  return closedCurve([
    [x - half, y - brow.tilt + brow.height * 0.4],
    [x - half * 0.45, y - brow.arch - brow.height * 0.3 - brow.tilt / 2],
    [x + half * 0.35, y - brow.arch * 0.6 - brow.height * 0.5],
    [x + half * 0.95, y + brow.tilt - brow.height * 0.3],
    [x + half * 0.95, y + brow.tilt + brow.height * 0.7],
    [x + half * 0.3, y - brow.arch * 0.6 + brow.height * 0.7],
    [x - half * 0.45, y - brow.arch + brow.height * 0.6 - brow.tilt / 2],
  ])
}

/**
 * @param {Look} look
 * @returns {Point[]}
 */
function noseOutline({ nose }) {
  const tip = 238 + nose.length
  /** @type {Point[]} */
  const right = [
    [256 - nose.width * 0.34, 246],
    [256 - nose.width * 0.42, 276],
    [256 - nose.width * 0.8, tip - 22],
    [256 - nose.width, tip - 8],
    [256 - nose.width * 0.7, tip + 4],
    [256 - nose.width * 0.3, tip + 6],
  ]
  return closedCurve([...right, [256, tip + 11], ...mirrored(right).reverse()])
}

/**
 * @param {Look} look
 * @returns {Area[]}
 */
function mouthOutlines({ mouth }) {
  const { width, upper, lower, open, smile } = mouth
  const y = 366
  const corner = y - smile
  /** @type {Point[]} */
  const parting = [
    [256 - width, corner],
    [256 - width * 0.45, y - open / 2 + smile * 0.1],
    [256, y - open / 2 + smile * 0.3],
    [256 + width * 0.45, y - open / 2 + smile * 0.1],
    [256 + width, corner],
  ]
  /** @type {Point[]} */
  const below = [
    [256 - width, corner],
    [256 - width * 0.5, y + open / 2 + smile * 0.25],
    [256, y + open / 2 + smile * 0.45],
    [256 + width * 0.5, y + open / 2 + smile * 0.25],
    [256 + width, corner],
  ]
  const upperLip = [
    ...openCurve(parting),
    ...openCurve([
      [256 + width, corner],
      [256 + width * 0.55, y - upper * 0.75 - open / 2],
      [256 + width * 0.2, y - upper - open / 2],
      [256, y - upper * 0.8 - open / 2],
      [256 - width * 0.2, y - upper - open / 2],
      [256 - width * 0.55, y - upper * 0.75 - open / 2],
      [256 - width, corner],
    ]).slice(1, -1),
  ]
  const lowerLip = [
    ...openCurve(below),
    ...openCurve([
      [256 + width, corner],
      [256 + width * 0.5, y + open / 2 + lower * 0.85 + smile * 0.2],
      [256, y + open / 2 + lower + smile * 0.45],
      [256 - width * 0.5, y + open / 2 + lower * 0.85 + smile * 0.2],
      [256 - width, corner],
    ]).slice(1, -1),
  ]
  const inside = [...openCurve(parting), ...openCurve([...below].reverse()).slice(1, -1)]
  return [
    ...(open > 2 ? [area('mouth', 10, inside)] : []),
    area('upper lip', 11, upperLip),
    area('lower lip', 12, lowerLip),
  ]
}

/**
 * @param {Look} look
 * @returns {Point[]}
 */
function neckOutline({ width, chin }) {
  return closedCurve([
    [256 - width * 0.6, chin - 60],
    [256 - width * 0.58, chin + 20],
    [256 - width * 0.75, 520],
    [256 + width * 0.75, 520],
    [256 + width * 0.58, chin + 20],
    [256 + width * 0.6, chin - 60],
  ])
}

/** @returns {Point[]} */
function clothOutline() {
  return closedCurve([
    [40, 530],
    [110, 478],
    [200, 470],
    [256, 505],
    [312, 470],
    [402, 478],
    [472, 530],
  ])
}

/**
 * @param {Look} look
 * @returns {Point[][]}
 */
function glassesOutlines({ glasses }) {
  if (glasses === 'none') return []
  const x = 256 - EYE.x
  const round = ellipse([x, EYE.y + 3], 46, 38)
  const square = closedCurve([
    [x - 50, EYE.y - 26],
    [x + 44, EYE.y - 26],
    [x + 44, EYE.y + 28],
    [x - 44, EYE.y + 30],
  ])
  const rim = glasses === 'round' ? round : square
  return [rim, mirrored(rim)]
}

/** How far each part lies in front of the middle of the head: what stands out moves farther when the head turns. */
const DEPTH = /** @type {Readonly<Record<string, number>>} */ ({ nose: 34, eyeglasses: 20, other: 0, hair: 4 })

/**
 * The points of a head that is turned: parts shift by their depth, and the side that turns away gets narrower.
 *
 * @param {Area} area
 * @param {number} turn
 * @returns {Point[]}
 */
function turned({ part, classId, points }, turn) {
  if (turn === 0 || classId === 17 || classId === 18) return points
  const depth = part.endsWith('ear') ? -10 : (DEPTH[part] ?? 22)
  return points.map(([x, y]) => {
    const side = (x - 256) * Math.sign(turn)
    const narrow = side > 0 ? 1 - 0.16 * Math.abs(turn) : 1 - 0.02 * Math.abs(turn)
    return [256 + (x - 256) * narrow + turn * depth, y]
  })
}
