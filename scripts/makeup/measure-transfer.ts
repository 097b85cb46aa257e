import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
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
import { faceView } from '../../electron/makeup/transfer/face-view.ts'
import { paintFace } from '../../electron/makeup/transfer/paint-face.ts'
import { targetFace } from '../../electron/makeup/transfer/target-face.ts'
import { withPatches } from '../../electron/makeup/transfer/with-patches.ts'
import { unwrapFace } from '../../electron/makeup/uv/unwrap-face.ts'
import { detailSimilarity, partDistances } from './measures.ts'
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
}

/** Groups by L* of the photo's skin. */
const GROUPS = [
  { name: 'all', holds: () => true },
  { name: 'dark (L < 45)', holds: (lightness: number) => lightness < 45 },
  { name: 'medium', holds: (lightness: number) => lightness >= 45 && lightness < 65 },
  { name: 'light (L ≥ 65)', holds: (lightness: number) => lightness >= 65 },
]

/** @returns the table as Markdown */
export async function measureTransfer(
  photoFolders: readonly string[],
  exemplarFolder: string,
  every: number,
  only: readonly string[],
): Promise<string> {
  const networks = nodeNetworks(process.cwd())
  const photos = (await Promise.all(photoFolders.map((folder) => readSubjects(folder, every, networks)))).flat()
  const exemplars = await readSubjects(exemplarFolder, every, networks)
  const lines = [
    `${String(photos.length)} photos × ${String(exemplars.length)} exemplars`,
    '',
    '| method | photos | lips | eyes | cheeks | detail | drift | tone |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ]
  for (const [name, method] of Object.entries(METHODS)) {
    if (only.length > 0 && !only.includes(name)) continue
    const results: { readonly lightness: number; readonly figures: Figures }[] = []
    for (const photo of photos)
      for (const exemplar of exemplars) {
        if (photo.name === exemplar.name) continue
        const figures = await measurePair(photo, exemplar, method, networks)
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
  return `| ${method} | ${group} (${String(figures.length)}) | ${percent(mean((f) => f.lips))} | ${percent(mean((f) => f.eyes))} | ${percent(mean((f) => f.cheeks))} | ${mean((f) => f.detail).toFixed(3)} | ${(mean((f) => f.drift) * 100).toFixed(2)} % | ${mean((f) => f.tone).toFixed(1)} |`
}

async function readSubjects(folder: string, every: number, networks: FaceNetworks): Promise<Subject[]> {
  const names = readdirSync(folder)
    .filter((name) => /\.(?:jpe?g|png)$/i.test(name))
    .sort()
    .filter((_, index) => index % every === 0)
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

function transferred(photo: Subject, exemplar: MeasuredFace, method: Method): RgbImage {
  const target = targetFace(new ImagePyramid(photo.image), photo.face, photo.cover)
  const pixels = { ...photo.image, channels: 3 as const }
  const patch = paintFace(pixels, faceView(pixels, photo.face.points, target), method(target, photo, exemplar))
  return { ...photo.image, data: Uint8Array.from(withPatches(pixels, [patch]).data) }
}

/** How far each part went towards the exemplar's colour, and how much of the person changed meanwhile. */
async function measurePair(
  photo: Subject,
  exemplar: Subject,
  method: Method,
  networks: FaceNetworks,
): Promise<Figures> {
  const result = new ImagePyramid(transferred(photo, exemplar, method))
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
