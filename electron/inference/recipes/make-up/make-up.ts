import { CocanvasError } from '../../../contract/error-codes.ts'
import type { StageTiming } from '../../../contract/generation-result.ts'
import type { MakeupPart } from '../../../contract/makeup-parts.ts'
import type { PhotoPatch } from '../../../contract/photo-patch.ts'
import type { PhotoPixels } from '../../../contract/photo-pixels.ts'
import type { Face } from '../../../faces/face.ts'
import { SMALLEST_FACE } from '../../../faces/find-faces.ts'
import { correctView } from '../../../makeup/corrections/correct-view.ts'
import { compose } from '../../../makeup/transfer/composition.ts'
import { faceView, type FaceView } from '../../../makeup/transfer/face-view.ts'
import { paintFace } from '../../../makeup/transfer/paint-face.ts'
import { trimmedPatch } from '../../../makeup/transfer/trimmed-patch.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import type { JobVoice, RecipeRunner } from '../recipe-runner.ts'
import { faceReader, type FaceReader, type FacesOfPhoto } from './face-reader.ts'
import { drawnFaceNotices, hiddenPartNotices, isNotice, Notices, usableFace } from './make-up-faults.ts'
import { paintParts } from './paint-parts.ts'
import { lookOn, readWornMakeup, type RemoteLook } from './read-looks.ts'

/** Finds the faces, reads the exemplars' make-up, and puts it on at the resolution asked for. */
export const makeUp: RecipeRunner<'make-up'> = {
  async run(request, host, voice, show) {
    const { recipe, viewId, revision, photoId, looks, full, apart } = request
    const reader = faceReader(host)
    const timings: StageTiming[] = []
    const timed = async <Value>(stage: string, work: () => Promise<Value>): Promise<Value> => {
      const start = host.now()
      const value = await work()
      timings.push({ stage, milliseconds: host.now() - start, cached: false })
      return value
    }
    const photo = host.photo(photoId)
    const found = await timed('faces', () =>
      reader.faces(photo, async (done) => {
        await voice.checkpoint()
        voice.progress('faces', done * FINDING)
      }),
    )
    const faces = found.faces.map(boxOf)
    const largest = usableFace(found.faces[0], 'photo')
    if (isNotice(largest)) return { recipe, viewId, revision, faces: [], patches: [], notices: [largest], timings }
    show({ recipe, viewId, revision, faces })
    const notices = new Notices()
    if (looks.some(bareLines)) notices.add([{ kind: 'lines-stay' }])
    const sources = looks.flatMap(({ parts }) => Object.values(parts).map(({ from }) => from))
    const worn = await timed('exemplars', () =>
      readWornMakeup(sources, host, reader, voice, (done) =>
        voice.progress('exemplars', FINDING + (PAINTING - FINDING) * done),
      ),
    )
    notices.add(worn.notices)
    const pixels: PhotoPixels = full ?? { ...photo.exemplar.image, channels: 3 }
    const painted = await timed('make-up', async () => {
      const patches: { readonly part?: MakeupPart; readonly patch: PhotoPatch }[] = []
      for (const face of found.faces) {
        const look = looks.find((candidate) => wears(candidate, face))
        if (look === undefined) continue
        await voice.checkpoint()
        voice.progress('make-up', PAINTING + (1 - PAINTING) * (face.index / found.faces.length))
        const target = await reader.target(photo, found, face)
        notices.add([...drawnFaceNotices(target), ...hiddenPartNotices(target.soft, 'photo')])
        const view = await viewOf(reader, photo, found, face, full, voice)
        if (apart === true) patches.push(...paintParts(pixels, view, target, look, worn))
        else patches.push({ patch: paintFace(pixels, view, compose(target, lookOn(target, look, worn))) })
      }
      return patches
    })
    const patches = painted.map(({ patch }) => trimmedPatch(patch, pixels.channels))
    const parts = painted.flatMap(({ part }) => part ?? [])
    const apartness = apart === true ? { parts } : {}
    return { recipe, viewId, revision, faces, patches, ...apartness, notices: notices.all(), timings }
  },
}

/** Shares of the work after which the exemplars, and then the painting, begin. */
const FINDING = 0.4
const PAINTING = 0.8

function bareLines({ parts }: RemoteLook): boolean {
  return [parts.liner, parts.paint].some((choice) => choice?.from === 'bare' && choice.strength > 0)
}

function wears({ faces }: RemoteLook, { index, side }: Face): boolean {
  if (faces === 'largest') return index === 0
  return faces === 'all' ? side >= SMALLEST_FACE : faces.includes(index)
}

function boxOf({ points }: Face): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < points.length; at += 2) {
    left = Math.min(left, points[at] ?? 0)
    right = Math.max(right, points[at] ?? 0)
    top = Math.min(top, points[at + 1] ?? 0)
    bottom = Math.max(bottom, points[at + 1] ?? 0)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A face in the photo that is painted on, with the parts as found or as a person corrected them. */
async function viewOf(
  reader: FaceReader,
  photo: StoredExemplar,
  found: FacesOfPhoto,
  face: Face,
  full: PhotoPixels | undefined,
  voice: JobVoice,
): Promise<FaceView> {
  const { condition, image } = photo.exemplar
  const scale = full === undefined ? 1 : full.width / image.width
  const plain = async (): Promise<FaceView> =>
    full === undefined
      ? reader.view(photo, found, face)
      : faceView(
          full,
          face.points.map((value) => value * scale),
          await reader.target(photo, found, face),
        )
  if (typeof condition === 'string') return plain()
  const { width, height } = image
  if (condition.kind !== 'labels' || condition.labels.width !== width || condition.labels.height !== height)
    throw new CocanvasError('bad-request', 'Corrected parts are labels of the photo’s own size; correct them anew.')
  const { labels } = condition
  const parts = await reader.parts(photo, found, () => voice.checkpoint())
  const make = async (): Promise<FaceView> => correctView(await plain(), parts, labels, scale)
  return full === undefined ? reader.correctedView(photo, face, labels, make) : make()
}
