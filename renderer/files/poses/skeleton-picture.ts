import { LIMBS } from '../../../electron/contract/poses/body-18.ts'
import type { PosePeople, PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { OPENPOSE_COLOURS } from './openpose-colours.ts'

/** Radii of joints and limbs, in pixels of a picture of 512 pixels; they grow with the picture. */
const JOINT_RADIUS = 4
const LIMB_WIDTH = 8
const REFERENCE_SIDE = 512
/** Limbs are darker than joints, so that crossing ones can be told apart. */
const LIMB_LIGHT = 0.6

/** People as skeletons in OpenPose's colours on black, as networks that take pose pictures want them. */
export function skeletonPicture({ width, height, people }: PosePeople): RgbImage {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The picture cannot be drawn here; close other windows and try again.')
  context.fillStyle = '#000'
  context.fillRect(0, 0, width, height)
  const scale = Math.max(width, height) / REFERENCE_SIDE
  for (const { body, leftHand = [], rightHand = [], face = [] } of people) {
    context.lineWidth = LIMB_WIDTH * scale
    context.lineCap = 'round'
    for (const [index, [from, to]] of LIMBS.entries()) drawLimb(context, body[from] ?? null, body[to] ?? null, index)
    for (const [joint, point] of body.entries()) drawDot(context, point, JOINT_RADIUS * scale, colourOf(joint, 1))
    for (const point of [...leftHand, ...rightHand, ...face]) drawDot(context, point, scale, '#fff')
  }
  const { data } = context.getImageData(0, 0, width, height)
  const rgb = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel += 1) rgb.set(data.subarray(pixel * 4, pixel * 4 + 3), pixel * 3)
  return { width, height, data: rgb }
}

function drawLimb(context: OffscreenCanvasRenderingContext2D, from: PosePoint, to: PosePoint, limb: number): void {
  if (from === null || to === null) return
  context.strokeStyle = colourOf(limb, LIMB_LIGHT)
  context.beginPath()
  context.moveTo(from[0], from[1])
  context.lineTo(to[0], to[1])
  context.stroke()
}

function drawDot(context: OffscreenCanvasRenderingContext2D, at: PosePoint, radius: number, colour: string): void {
  if (at === null) return
  context.fillStyle = colour
  context.beginPath()
  context.arc(at[0], at[1], radius, 0, 2 * Math.PI)
  context.fill()
}

function colourOf(index: number, light: number): string {
  const [red, green, blue] = OPENPOSE_COLOURS[index] ?? [255, 255, 255]
  return `rgb(${Math.round(red * light)} ${Math.round(green * light)} ${Math.round(blue * light)})`
}
