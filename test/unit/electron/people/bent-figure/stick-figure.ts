import type { RgbImage } from '../../../../../electron/contract/rgb-image.ts'
import type { Figure } from '../../../../../electron/people/bent-figure/bend-figure.ts'
import { BODY_POINTS } from '../../../../../electron/contract/poses/body-18.ts'
import type { BodyPoint, BodyPose } from '../../../../../electron/people/bent-figure/body-points.ts'
import { PERSON_CLASSES } from '../../../../../electron/people/bent-figure/person-classes.ts'
import { segmentDistance } from '../../../../../electron/people/bent-figure/plane-map.ts'

export const [WIDTH, HEIGHT] = [120, 160]
export const BACKGROUND = [20, 20, 20] as const
export const TRUNK_COLOUR = [200, 40, 40] as const
export const ARM_COLOURS = { right: [40, 200, 40], left: [40, 40, 200] } as const
const LEG_COLOURS = { right: [200, 200, 40], left: [40, 200, 200] } as const
const HEAD_COLOUR = [220, 220, 220] as const

/** Somebody who stands with hanging arms, seen from the front: their right is on the picture's left. */
const STANDING: Readonly<Record<BodyPoint, readonly [number, number]>> = {
  nose: [60, 22],
  neck: [60, 36],
  'right shoulder': [48, 38],
  'right elbow': [38, 58],
  'right wrist': [34, 78],
  'left shoulder': [72, 38],
  'left elbow': [82, 58],
  'left wrist': [86, 78],
  'right hip': [52, 80],
  'right knee': [50, 112],
  'right ankle': [48, 144],
  'left hip': [68, 80],
  'left knee': [70, 112],
  'left ankle': [72, 144],
  'right eye': [57, 19],
  'left eye': [63, 19],
  'right ear': [53, 21],
  'left ear': [67, 21],
}

/** The standing pose with some joints elsewhere, or not seen. */
export function standing(moved: Partial<Record<BodyPoint, readonly [number, number] | null>> = {}): BodyPose {
  const points = BODY_POINTS.map((name): [number, number] | null => {
    const place = name in moved ? (moved[name] ?? null) : STANDING[name]
    return place === null ? null : [place[0], place[1]]
  })
  return { width: WIDTH, height: HEIGHT, points }
}

/** A photo in which every part of the body has a colour of its own. */
export function paintedFigure(
  pose: BodyPose,
  classOf: (part: string) => (typeof PERSON_CLASSES)[number] = () => 'upper garment',
): Figure {
  const photo = plain()
  const mask = new Float32Array(WIDTH * HEIGHT)
  const classes = new Uint8Array(WIDTH * HEIGHT)
  const line = (part: string, colour: readonly number[], radius: number, names: readonly BodyPoint[]): void => {
    names.slice(1).forEach((name, index) => {
      const [from, to] = [placeOf(pose, names[index] ?? name), placeOf(pose, name)]
      if (from === undefined || to === undefined) return
      for (let pixel = 0; pixel < mask.length; pixel++) {
        if (segmentDistance({ from, to }, (pixel % WIDTH) + 0.5, Math.floor(pixel / WIDTH) + 0.5) > radius) continue
        photo.data.set(colour, pixel * 3)
        mask[pixel] = 1
        classes[pixel] = PERSON_CLASSES.indexOf(classOf(part))
      }
    })
  }
  for (const side of ['right', 'left'] as const)
    line(`${side} leg`, LEG_COLOURS[side], 5, [`${side} hip`, `${side} knee`, `${side} ankle`])
  line('trunk', TRUNK_COLOUR, 10, ['right shoulder', 'right hip', 'left hip', 'left shoulder', 'right hip'])
  line('head', HEAD_COLOUR, 9, ['neck', 'nose'])
  for (const side of ['right', 'left'] as const)
    line(`${side} arm`, ARM_COLOURS[side], 4, [`${side} shoulder`, `${side} elbow`, `${side} wrist`])
  const size = { width: WIDTH, height: HEIGHT }
  return { photo, pose, mask: { ...size, data: mask }, classes: { ...size, data: classes } }
}

export function plain(): RgbImage {
  const data = new Uint8Array(WIDTH * HEIGHT * 3)
  for (let at = 0; at < data.length; at++) data[at] = BACKGROUND[at % 3] ?? 0
  return { width: WIDTH, height: HEIGHT, data }
}

export function colourAt({ data, width }: RgbImage, x: number, y: number): readonly number[] {
  const at = (Math.floor(y) * width + Math.floor(x)) * 3
  return [...data.subarray(at, at + 3)]
}

function placeOf({ points }: BodyPose, name: BodyPoint): { readonly x: number; readonly y: number } | undefined {
  const point = points[BODY_POINTS.indexOf(name)] ?? null
  return point === null ? undefined : { x: point[0], y: point[1] }
}
