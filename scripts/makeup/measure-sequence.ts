import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import { readCover } from '../../electron/faces/cover/face-cover.ts'
import { findFaces } from '../../electron/faces/find-faces.ts'

import { ImagePyramid } from '../../electron/faces/sampling/image-pyramid.ts'
import { decodePhoto } from '../../electron/images/decode-photo.ts'
import { readMakeup } from '../../electron/makeup/layers/makeup-layers.ts'
import { faceView } from '../../electron/makeup/transfer/face-view.ts'
import { paintFace } from '../../electron/makeup/transfer/paint-face.ts'
import { targetFace } from '../../electron/makeup/transfer/target-face.ts'
import { withPatches } from '../../electron/makeup/transfer/with-patches.ts'
import { partZones } from '../../electron/makeup/uv/part-zones.ts'
import { UV_PIXELS, UV_SIDE } from '../../electron/makeup/uv/uv-frame.ts'
import { unwrapFace, type UnwrappedFace } from '../../electron/makeup/uv/unwrap-face.ts'
import { METHODS } from './methods.ts'
import { nodeNetworks } from './node-networks.ts'

/** A repeatable stream of numbers 0..1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Turns one photo by up to 20 degrees, crops it by up to a tenth and makes it lighter or darker by up to a tenth,
 * `count` times. Tells how far the change that make-up brings differs from that in the untouched photo, as ΔE (CIE76)
 * of lids, lips and cheeks.
 *
 * @returns the table as Markdown
 */
export async function measureSequence(photoFile: string, exemplarFile: string, count: number): Promise<string> {
  const networks = nodeNetworks(process.cwd())
  const read = async (image: RgbImage): Promise<{ before: UnwrappedFace; after: UnwrappedFace } | undefined> => {
    const pyramid = new ImagePyramid(image)
    const [face] = await findFaces(pyramid, networks, () => Promise.resolve())
    const method = METHODS['ours']
    if (face === undefined || method === undefined) return undefined
    const cover = await readCover(pyramid, networks, face)
    const target = targetFace(pyramid, face, cover)
    const before = unwrapFace(pyramid, face, cover)
    const own = { unwrapped: before, layers: readMakeup(before) }
    const pixels = { ...image, channels: 3 as const }
    const patch = paintFace(pixels, faceView(pixels, face.points, target), method(target, own, worn))
    const result = { ...image, data: Uint8Array.from(withPatches(pixels, [patch]).data) }
    return { before, after: unwrapFace(new ImagePyramid(result), face, cover) }
  }
  const exemplar = await decodePhoto(readFileSync(exemplarFile), exemplarFile, { longestSide: 1024 })
  const exemplarPyramid = new ImagePyramid(exemplar)
  const [exemplarFace] = await findFaces(exemplarPyramid, networks, () => Promise.resolve())
  if (exemplarFace === undefined) return 'No face was found in the exemplar.'
  const unwrapped = unwrapFace(exemplarPyramid, exemplarFace, await readCover(exemplarPyramid, networks, exemplarFace))
  const worn = { unwrapped, layers: readMakeup(unwrapped) }
  const bytes = readFileSync(photoFile)
  const first = await read(await decodePhoto(bytes, photoFile, { longestSide: 1024 }))
  if (first === undefined) return 'No face was found in the photo.'
  const next = random(12)
  const lines = ['| degrees | brightness | ΔE mean |', '| --- | --- | --- |']
  let [sum, worst, found] = [0, 0, 0]
  for (let index = 0; index < count; index++) {
    const angle = (next() - 0.5) * 40
    const brightness = 0.9 + next() * 0.2
    const { width, height } = await sharp(bytes).metadata()
    const [left, top] = [Math.floor(next() * width * 0.1), Math.floor(next() * height * 0.1)]
    const changed = await sharp(bytes)
      .extract({ left, top, width: width - left, height: height - top })
      .modulate({ brightness })
      .rotate(angle, { background: '#808080' })
      .png()
      .toBuffer()
    const image = await decodePhoto(changed, 'changed', { longestSide: 1024 })
    const made = await read(image)
    if (made === undefined) {
      lines.push(`| ${angle.toFixed(0)} | ${brightness.toFixed(2)} | no face found |`)
      continue
    }
    const off = changeDifference(first, made)
    sum += off
    worst = Math.max(worst, off)
    found++
    lines.push(`| ${angle.toFixed(0)} | ${brightness.toFixed(2)} | ${off.toFixed(2)} |`)
  }
  const mean = (sum / Math.max(1, found)).toFixed(2)
  lines.push('', `${String(found)} of ${String(count)} found; mean ${mean}, worst ${worst.toFixed(2)} ΔE.`)
  return lines.join('\n')
}

interface Made {
  readonly before: UnwrappedFace
  readonly after: UnwrappedFace
}

/** Mean over lids, lips and cheeks of how far two changes lie apart. */
function changeDifference(one: Made, other: Made): number {
  const zones = partZones(UV_SIDE)
  let [sum, total] = [0, 0]
  const change = ({ before, after }: Made, channel: 'lightness' | 'a' | 'b', index: number): number =>
    (after.colours[channel][index] ?? 0) - (before.colours[channel][index] ?? 0)
  for (let index = 0; index < UV_PIXELS; index++) {
    const weight = Math.max(
      zones.eyes[index] ?? 0,
      zones.lips[index] ?? 0,
      (zones.skin[index] ?? 0) * (zones.skinFade[index] ?? 0),
    )
    if (weight < 0.5 || (one.before.visible[index] ?? 0) < 0.5 || (other.before.visible[index] ?? 0) < 0.5) continue
    const off = (channel: 'lightness' | 'a' | 'b'): number =>
      change(one, channel, index) - change(other, channel, index)
    sum += Math.hypot(off('lightness'), off('a'), off('b'))
    total++
  }
  return sum / Math.max(1, total)
}
