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
 * @property {number} crown Where the hair ends: mostly above the picture, as in aligned portraits.
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
 * A closed area of a class.
 *
 * @typedef {object} Area
 * @property {string} part
 * @property {number} classId CelebAMask-HQ.
 * @property {Point[]} points
 */

/** Where the eyes are, beside the middle of the face and below the picture's top: the medians of aligned portraits. */
const EYE = { x: 61, y: 241 }

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
  const ear = closedCurve([
    [256 - look.width + 4, 240],
    [256 - look.width - 18, 234],
    [256 - look.width - 27, 258],
    [256 - look.width - 17, 308],
    [256 - look.width + 6, 326],
  ])
  const lips = mouthOutlines(look)
  /** @type {Area[]} */
  const areas = [
    area('other', 18, clothOutline()),
    ...back.map((points) => area('hair', 13, points)),
    area('other', 17, neckOutline(look)),
    ...(look.ears ? [area('right ear', 9, ear), area('left ear', 8, mirrored(ear))] : []),
    area('skin', 1, faceOutline(look)),
    area('right brow', 7, browRight),
    area('left brow', 6, mirrored(browRight)),
    // Face parsers see eyes and nose through glasses, and so do packs.
    ...glassesOutlines(look).map((points) => area('eyeglasses', 3, points)),
    area('right eye', 5, eyeRight),
    area('left eye', 4, mirrored(eyeRight)),
    area('nose', 2, noseOutline(look)),
    ...lips,
    ...front.map((points) => area('hair', 13, points)),
  ]
  return areas.map((each) => ({ ...each, points: turned(each, look.turn) }))
}

/**
 * @param {string} part
 * @param {number} classId
 * @param {Point[]} points
 * @returns {Area}
 */
const area = (part, classId, points) => ({ part, classId, points })

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
    [256 - width * (0.83 + 0.1 * jaw), 382 + 8 * jaw],
    [256 - width * (0.45 + 0.14 * jaw), chin - 26 + 8 * jaw],
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
  const x = 252 - EYE.x
  const y = EYE.y - eye.height - brow.lift
  const half = eye.width * 1.8
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
  const tip = EYE.y + nose.length
  /** @type {Point[]} */
  const right = [
    [256 - nose.width * 0.3, 236],
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
  const y = 376
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
    [256 - width * 0.7, chin - 70],
    [256 - width * 0.68, chin + 10],
    [256 - width * 0.75, 520],
    [256 + width * 0.75, 520],
    [256 + width * 0.68, chin + 10],
    [256 + width * 0.7, chin - 70],
  ])
}

/** @returns {Point[]} */
function clothOutline() {
  return closedCurve([
    [-10, 530],
    [60, 486],
    [156, 462],
    [256, 505],
    [356, 462],
    [452, 486],
    [522, 530],
  ])
}

/**
 * @param {Look} look
 * @returns {Point[][]}
 */
function glassesOutlines({ glasses }) {
  if (glasses === 'none') return []
  const x = 256 - EYE.x
  const bridge = closedCurve(
    [
      [x + 30, EYE.y - 12],
      [256, EYE.y - 16],
      [482 - x, EYE.y - 12],
      [482 - x, EYE.y],
      [256, EYE.y - 6],
      [x + 30, EYE.y],
    ],
    2,
  )
  const round = ellipse([x, EYE.y + 5], 48, 40)
  const square = closedCurve([
    [x - 56, EYE.y - 24],
    [x + 44, EYE.y - 24],
    [x + 42, EYE.y + 34],
    [x - 46, EYE.y + 36],
  ])
  const rim = glasses === 'round' ? round : square
  return [rim, mirrored(rim), bridge]
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
