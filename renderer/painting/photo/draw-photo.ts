import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { Rectangle } from '../../../electron/contract/photo-patch.ts'
import { pictureCanvas } from '../pictures/picture-canvas.ts'
import type { PhotoScene, ScenePatch, ScenePhoto } from './photo-scene.ts'

/** Background of a change that is shown alone: a grey that does not alter how colours look. */
const NEUTRAL = '#7a7a7a'
/** Image pixels drawn larger than this, in device pixels, keep hard edges. */
const REAL_PIXEL = 2

/**
 * Draws a scene over a rectangle of the size of the document, from the origin.
 *
 * @param scale device pixels per document pixel
 */
export function drawPhoto(
  context: CanvasRenderingContext2D,
  scene: PhotoScene,
  document: ImageSize,
  scale: number,
): void {
  const photo = scene.photo.get()
  if (photo === undefined) return
  const { mode, split, showsRegion } = scene.view.get()
  context.save()
  context.beginPath()
  context.rect(0, 0, document.width, document.height)
  context.clip()
  if (mode === 'change') {
    context.fillStyle = NEUTRAL
    context.fillRect(0, 0, document.width, document.height)
  } else drawBefore(context, scene, photo, document, scale)
  if (mode !== 'before') {
    context.save()
    if (mode === 'compare') {
      context.beginPath()
      context.rect(document.width * split, 0, document.width * (1 - split), document.height)
      context.clip()
    }
    for (const patch of scene.patches.get())
      drawImage(context, patchCanvas(patch), placed(patch.window, photo, document), scale)
    context.restore()
  }
  const region = scene.region.get()
  if (showsRegion && region !== undefined) {
    context.imageSmoothingEnabled = false
    context.drawImage(regionCanvas(region), 0, 0, document.width, document.height)
  }
  context.restore()
}

function drawBefore(
  context: CanvasRenderingContext2D,
  scene: PhotoScene,
  photo: ScenePhoto,
  document: ImageSize,
  scale: number,
): void {
  drawImage(context, pictureCanvas(photo.whole), { x: 0, y: 0, ...document }, scale)
  const detail = scene.detail.get()
  if (detail !== undefined) drawImage(context, pictureCanvas(detail.image), placed(detail.area, photo, document), scale)
}

function drawImage(
  context: CanvasRenderingContext2D,
  image: HTMLCanvasElement,
  { x, y, width, height }: Rectangle,
  scale: number,
): void {
  context.imageSmoothingEnabled = (width * scale) / image.width < REAL_PIXEL
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, x, y, width, height)
}

/** A rectangle of the photo in document pixels. */
function placed({ x, y, width, height }: Rectangle, photo: ScenePhoto, document: ImageSize): Rectangle {
  const across = document.width / photo.width
  const down = document.height / photo.height
  return { x: x * across, y: y * down, width: width * across, height: height * down }
}

const patchCanvases = new WeakMap<ScenePatch, HTMLCanvasElement>()

/** A patch that is transparent where the photo is unchanged, so that the photo's real pixels show there at any size. */
function patchCanvas(patch: ScenePatch): HTMLCanvasElement {
  const known = patchCanvases.get(patch)
  if (known !== undefined) return known
  const { image, mask } = patch
  const canvas = canvasOf(image, (pixels) => {
    for (let pixel = 0; pixel < mask.length; pixel += 1) {
      pixels[4 * pixel] = image.data[3 * pixel] ?? 0
      pixels[4 * pixel + 1] = image.data[3 * pixel + 1] ?? 0
      pixels[4 * pixel + 2] = image.data[3 * pixel + 2] ?? 0
      pixels[4 * pixel + 3] = (mask[pixel] ?? 0) > 0 ? 255 : 0
    }
  })
  patchCanvases.set(patch, canvas)
  return canvas
}

const regionCanvases = new WeakMap<LabelMap, HTMLCanvasElement>()

/** The region as diagonal lines with an edge, so that what lies below can still be judged. */
function regionCanvas(region: LabelMap): HTMLCanvasElement {
  const known = regionCanvases.get(region)
  if (known !== undefined) return known
  const { width, height, data } = region
  const canvas = canvasOf(region, (pixels) => {
    for (let at = 0; at < data.length; at += 1) {
      if ((data[at] ?? 0) === 0) continue
      const x = at % width
      const y = Math.floor(at / width)
      const edge = [
        x === 0 ? 0 : data[at - 1],
        x === width - 1 ? 0 : data[at + 1],
        y === 0 ? 0 : data[at - width],
        y === height - 1 ? 0 : data[at + width],
      ].includes(0)
      const line = (x + y) % 8 < 2
      pixels.set([255, 196, 0, edge ? 255 : line ? 150 : 40], 4 * at)
    }
  })
  regionCanvases.set(region, canvas)
  return canvas
}

function canvasOf(size: ImageSize, fill: (pixels: Uint8ClampedArray) => void): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const image = new ImageData(size.width, size.height)
  fill(image.data)
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}
