/**
 * A mannequin of 18 points with fixed bones, posed by angles. Lengths are in body heights, angles in degrees: 0 points down,
 * 90 to the right of the picture. The person faces the camera, so the person's right side is on the left.
 *
 * @typedef {{ upper: number, lower: number, upperLength?: number, lowerLength?: number }} Limb
 * @typedef {object} Posture
 * @property {[number, number]} hips Middle between the hips, in body heights from the picture's top left.
 * @property {number} [spine] From the hips to the neck; 180 is upright.
 * @property {number} [shoulders] Tilt of the shoulders; positive lowers the person's left one.
 * @property {number} [hipTilt] Tilt of the hips.
 * @property {number} [turn] How far the body is turned from the camera: 0 frontal, 1 in profile to the right, −1 to the left.
 * @property {number} [head] Tilt of the head, positive to the right of the picture.
 * @property {Limb} rightArm
 * @property {Limb} leftArm
 * @property {Limb} rightLeg
 * @property {Limb} leftLeg
 *
 * @typedef {[x: number, y: number]} Place
 */

const SPINE = 0.33
const SHOULDER = 0.105
const HIP = 0.062
const UPPER_ARM = 0.165
const FOREARM = 0.145
const THIGH = 0.235
const SHIN = 0.225
const NECK_TO_NOSE = 0.095

/** @param {Place} from @param {number} angle in degrees @param {number} length @returns {Place} */
function along([x, y], angle, length) {
  const radians = (angle * Math.PI) / 180
  return [x + Math.sin(radians) * length, y + Math.cos(radians) * length]
}

/** @param {Place} root @param {Limb} limb @param {number} upper @param {number} lower @returns {[Place, Place]} */
function bend(root, limb, upper, lower) {
  const middle = along(root, limb.upper, limb.upperLength ?? upper)
  return [middle, along(middle, limb.lower, limb.lowerLength ?? lower)]
}

/**
 * The nose, eyes and ears; an ear on the far side of a turned head is not seen.
 *
 * @param {Place} neck
 * @param {number} tilt in degrees
 * @param {number} turn −1..1
 * @returns {(Place | null)[]} nose, right eye, left eye, right ear, left ear
 */
function head(neck, tilt, turn) {
  const middle = along(neck, 180 - tilt, NECK_TO_NOSE)
  /** @param {number} across @param {number} up @returns {Place} */
  const place = (across, up) => along(along(middle, 90 - tilt, across), 180 - tilt, up)
  const shift = turn * 0.03
  const narrow = Math.sqrt(1 - Math.min(1, turn * turn))
  const eye = 0.02 * Math.max(narrow, 0.35)
  const ear = 0.046 * narrow
  return [
    place(shift, 0),
    place(shift * 0.75 - eye, 0.022),
    place(shift * 0.75 + eye, 0.022),
    turn < -0.5 ? null : place(-ear - shift * 0.3, 0.012),
    turn > 0.5 ? null : place(ear - shift * 0.3, 0.012),
  ]
}

/**
 * @param {Posture} posture
 * @returns {(Place | null)[]} 18 points in OpenPose's order, in body heights
 */
export function pose({ hips, spine = 180, shoulders = 0, hipTilt = 0, turn = 0, head: tilt = 0, ...limbs }) {
  const width = Math.max(Math.sqrt(1 - turn * turn), 0.25)
  const neck = along(hips, spine, SPINE)
  const rightShoulder = along(neck, 270 + shoulders, SHOULDER * width)
  const leftShoulder = along(neck, 90 + shoulders, SHOULDER * width)
  const rightHip = along(hips, 270 + hipTilt, HIP * width)
  const leftHip = along(hips, 90 + hipTilt, HIP * width)
  const [nose, rightEye, leftEye, rightEar, leftEar] = head(neck, tilt, turn)
  return [
    nose ?? null,
    neck,
    rightShoulder,
    ...bend(rightShoulder, limbs.rightArm, UPPER_ARM, FOREARM),
    leftShoulder,
    ...bend(leftShoulder, limbs.leftArm, UPPER_ARM, FOREARM),
    rightHip,
    ...bend(rightHip, limbs.rightLeg, THIGH, SHIN),
    leftHip,
    ...bend(leftHip, limbs.leftLeg, THIGH, SHIN),
    rightEye ?? null,
    leftEye ?? null,
    rightEar ?? null,
    leftEar ?? null,
  ]
}
