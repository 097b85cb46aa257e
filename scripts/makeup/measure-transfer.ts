import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import { readCover, type FaceCover } from '../../electron/faces/cover/face-cover.ts'
import type { Face } from '../../electron/faces/face.ts'
import type { FaceNetworks } from '../../electron/faces/face-networks.ts'
import { findFaces } from '../../electron/faces/find-faces.ts'
import { distance } from '../../electron/faces/geometry/point.ts'
import { eyeLine, meshPoint, MESH_POINTS } from '../../electron/faces/mesh/face-mesh.ts'
import { readMesh } from '../../electron/faces/mesh/read-mesh.ts'
import { ImagePyramid } from '../../electron/faces/sampling/image-pyramid.ts'
import { decodePhoto } from '../../electron/images/decode-photo.ts'
import { readMakeup } from '../../electron/makeup/layers/makeup-layers.ts'
import { faceView, type FaceView } from '../../electron/makeup/transfer/face-view.ts'
import { paintFace } from '../../electron/makeup/transfer/paint-face.ts'
import { targetFace, type TargetFace } from '../../electron/makeup/transfer/target-face.ts'
import { withPatches } from '../../electron/makeup/transfer/with-patches.ts'
import { unwrapFace } from '../../electron/makeup/uv/unwrap-face.ts'
import { changedOutside, detailSimilarity, edgePreservation, partDistances, peakSignalToNoise } from './measures.ts'
import { METHODS, type MeasuredFace, type Method } from './methods.ts'
import { nodeNetworks } from './node-networks.ts'

interface Subject extends MeasuredFace {
  readonly name: string
  readonly image: RgbImage
  readonly face: Face
  readonly cover: FaceCover
}

interface Figures {
  readonly lips: number
  readonly eyes: number
  readonly cheeks: number
  readonly detail: number
  readonly drift: number
  readonly tone: number
  readonly edges: number
  /** Values that changed outside the face. */
  readonly outside: number
  /** Against the exemplar's face warped onto the photo's, the papers' pseudo ground truth, in decibels. */
  readonly signal: number
}

/** The method that stands for the truth in `signal`, and in the pictures that are written for LPIPS. */
const PSEUDO = 'mesh warp, blended'

/** Groups by L* of the photo's skin. */
const GROUPS = [
  { name: 'all', holds: () => true },
  { name: 'dark (L < 45)', holds: (lightness: number) => lightness < 45 },
  { name: 'medium', holds: (lightness: number) => lightness >= 45 && lightness < 65 },
  { name: 'light (L ≥ 65)', holds: (lightness: number) => lightness >= 65 },
]

/** Every how many photos of a folder, by name, one is taken, and which is the first. */
interface Selection {
  readonly every: number
  readonly first: number
}

/** @returns the table as Markdown */
export async function measureTransfer(
  photoFolders: readonly string[],
  exemplarFolder: string,
  which: Selection,
  only: readonly string[],
  pictures: string | undefined,
): Promise<string> {
  const networks = nodeNetworks(process.cwd())
  const photos = (await Promise.all(photoFolders.map((folder) => readSubjects(folder, which, networks)))).flat()
  const exemplars = await readSubjects(exemplarFolder, which, networks)
  const lines = [
    `${String(photos.length)} photos × ${String(exemplars.length)} exemplars`,
    '',
    '| method | photos | lips | eyes | cheeks | detail | edges | drift | tone | outside | PSNR |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ]
  for (const [name, method] of Object.entries(METHODS)) {
    if (only.length > 0 && !only.includes(name)) continue
    const results: { readonly lightness: number; readonly figures: Figures }[] = []
    for (const photo of photos)
      for (const exemplar of exemplars) {
        if (photo.name === exemplar.name) continue
        const figures = await measurePair(
          photo,
          exemplar,
          method,
          networks,
          pictures === undefined ? undefined : path.join(pictures, name),
        )
        results.push({ lightness: photo.layers.soft.tone.lightness, figures })
      }
    for (const group of GROUPS) {
      const own = results.filter(({ lightness }) => group.holds(lightness)).map(({ figures }) => figures)
      if (own.length > 0) lines.push(row(name, group.name, own))
    }
  }
  const own = METHODS['ours']
  if (own !== undefined)
    lines.push('', `A face onto itself changes by ${(await selfChange(photos, own)).toFixed(2)} levels.`)
  return lines.join('\n')
}

function row(method: string, group: string, figures: readonly Figures[]): string {
  const mean = (read: (figure: Figures) => number): number =>
    figures.reduce((sum, figure) => sum + read(figure), 0) / figures.length
  const percent = (value: number): string => `${String(Math.round(value * 100))} %`
  return `| ${method} | ${group} (${String(figures.length)}) | ${percent(mean((f) => f.lips))} | ${percent(mean((f) => f.eyes))} | ${percent(mean((f) => f.cheeks))} | ${mean((f) => f.detail).toFixed(3)} | ${mean((f) => f.edges).toFixed(3)} | ${(mean((f) => f.drift) * 100).toFixed(2)} % | ${mean((f) => f.tone).toFixed(1)} | ${String(figures.reduce((sum, f) => sum + f.outside, 0))} | ${signalText(mean((f) => f.signal))} |`
}

function signalText(decibels: number): string {
  return Number.isFinite(decibels) ? `${decibels.toFixed(1)} dB` : '–'
}

async function readSubjects(folder: string, { every, first }: Selection, networks: FaceNetworks): Promise<Subject[]> {
  const names = readdirSync(folder)
    .filter((name) => /\.(?:jpe?g|png)$/i.test(name))
    .sort()
    .filter((_, index) => index % every === first)
  const subjects: Subject[] = []
  for (const name of names) {
    const image = await decodePhoto(readFileSync(path.join(folder, name)), name, { longestSide: 1024 })
    const pyramid = new ImagePyramid(image)
    const [face] = await findFaces(pyramid, networks, () => Promise.resolve())
    if (face === undefined) continue
    const cover = await readCover(pyramid, networks, face)
    const unwrapped = unwrapFace(pyramid, face, cover)
    subjects.push({ name, image, face, cover, unwrapped, layers: readMakeup(unwrapped) })
  }
  return subjects
}

/** A photo as methods are put on it, made once: every pair and method asks for it. */
interface Worked {
  readonly target: TargetFace
  readonly view: FaceView
}

const worked = new WeakMap<Subject, Worked>()

function workOn(photo: Subject): Worked {
  const known = worked.get(photo)
  if (known !== undefined) return known
  const target = targetFace(new ImagePyramid(photo.image), photo.face, photo.cover)
  const made = { target, view: faceView({ ...photo.image, channels: 3 }, photo.face.points, target) }
  worked.set(photo, made)
  return made
}

function transferred(photo: Subject, exemplar: MeasuredFace, method: Method): RgbImage {
  const { target, view } = workOn(photo)
  const pixels = { ...photo.image, channels: 3 as const }
  const patch = paintFace(pixels, view, method(target, photo, exemplar))
  return { ...photo.image, data: Uint8Array.from(withPatches(pixels, [patch]).data) }
}

/** The face as a square of 256 pixels, for a perceptual measure. */
async function writeFace({ image, view }: { image: RgbImage; view: FaceView }, file: string): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true })
  const { width, height, data } = image
  await sharp(data, { raw: { width, height, channels: 3 } })
    .extract(view.area)
    .resize(256, 256, { fit: 'fill' })
    .png()
    .toFile(file)
}

/** How far each part went towards the exemplar's colour, and how much of the person changed meanwhile. */
async function measurePair(
  photo: Subject,
  exemplar: Subject,
  method: Method,
  networks: FaceNetworks,
  pictures: string | undefined,
): Promise<Figures> {
  const made = transferred(photo, exemplar, method)
  const { view } = workOn(photo)
  const truth = METHODS[PSEUDO]
  if (truth === undefined) throw new Error(`there is no method ${PSEUDO}`)
  if (pictures !== undefined)
    await writeFace({ image: made, view }, path.join(pictures, `${photo.name} ${exemplar.name}.png`))
  const result = new ImagePyramid(made)
  const after = unwrapFace(result, photo.face, photo.cover)
  const layers = readMakeup(after)
  const start = partDistances(photo.layers.soft, exemplar.layers.soft)
  const rest = partDistances(layers.soft, exemplar.layers.soft)
  const { right, left, length } = eyeLine(photo.face.points)
  const again = await readMesh(result, networks, {
    centre: { x: (right.x + left.x) / 2, y: (right.y + left.y) / 2 + length * 0.45 },
    side: photo.face.side,
    points: [right, left],
    score: 1,
  })
  const before = await readMesh(new ImagePyramid(photo.image), networks, {
    centre: { x: (right.x + left.x) / 2, y: (right.y + left.y) / 2 + length * 0.45 },
    side: photo.face.side,
    points: [right, left],
    score: 1,
  })
  let drift = 0
  for (let index = 0; index < MESH_POINTS; index++)
    drift += distance(meshPoint(again.points, index), meshPoint(before.points, index)) / MESH_POINTS / length
  const [tone, own] = [layers.soft.tone, photo.layers.soft.tone]
  return {
    lips: 1 - rest.lips / start.lips,
    eyes: 1 - rest.eyes / start.eyes,
    cheeks: 1 - rest.cheeks / start.cheeks,
    detail: detailSimilarity(photo.unwrapped, after),
    edges: edgePreservation(photo.unwrapped, after),
    outside: changedOutside(photo.image, made, view),
    signal: peakSignalToNoise(made, transferred(photo, exemplar, truth), view),
    drift,
    tone: Math.hypot(tone.lightness - own.lightness, tone.a - own.a, tone.b - own.b),
  }
}

function selfChange(photos: readonly Subject[], method: Method): Promise<number> {
  let [sum, count] = [0, 0]
  for (const photo of photos) {
    const { data } = transferred(photo, photo, method)
    const original = photo.image.data
    for (let at = 0; at < data.length; at++) {
      const change = Math.abs((data[at] ?? 0) - (original[at] ?? 0))
      if (change === 0) continue
      sum += change
    }
    for (const value of photo.unwrapped.visible)
      if (value > 0.5) count += 3 * (eyeLine(photo.face.points).length / 142) ** 2
  }
  return Promise.resolve(sum / count)
}
