import { CocanvasError } from '../../../contract/error-codes.ts'
import type { StageTiming } from '../../../contract/generation-result.ts'
import { MAKEUP_PARTS, type MakeupPart } from '../../../contract/makeup-parts.ts'
import type { PhotoPatch } from '../../../contract/photo-patch.ts'
import type { PhotoPixels } from '../../../contract/photo-pixels.ts'
import type { RemoteMakeUpRequest } from '../../../contract/recipes/make-up.ts'
import type { Face } from '../../../faces/face.ts'
import { SMALLEST_FACE } from '../../../faces/find-faces.ts'
import { bareLayers } from '../../../makeup/layers/bare-layers.ts'
import type { MakeupLayers } from '../../../makeup/layers/makeup-layers.ts'
import { mirroredLayers } from '../../../makeup/layers/mirrored-layers.ts'
import { compose } from '../../../makeup/transfer/composition.ts'
import { faceView } from '../../../makeup/transfer/face-view.ts'
import { paintFace } from '../../../makeup/transfer/paint-face.ts'
import type { TargetFace } from '../../../makeup/transfer/target-face.ts'
import type { JobVoice, RecipeHost, RecipeRunner } from '../recipe-runner.ts'
import { faceReader, type FaceReader } from './face-reader.ts'
import { bareExemplarNotice, hiddenPartNotices, usableFace } from './make-up-faults.ts'

type RemoteLook = RemoteMakeUpRequest['looks'][number]

/** Finds the faces, reads the exemplars' make-up, and puts it on at the resolution asked for. */
export const makeUp: RecipeRunner<'make-up'> = {
  async run(request, host, voice, show) {
    const { recipe, viewId, revision, photoId, looks, full } = request
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
    usableFace(found.faces, 'photo')
    const faces = found.faces.map(boxOf)
    show({ recipe, viewId, revision, faces })
    const notices = new Set<string>(looks.some(bareLines) ? [BARE_LINES] : [])
    const worn = await timed('exemplars', () => readExemplars(looks, host, reader, voice, notices))
    const pixels: PhotoPixels = full ?? { ...photo.exemplar.image, channels: 3 }
    const scale = pixels.width / photo.exemplar.image.width
    const patches = await timed('make-up', async () => {
      const painted: PhotoPatch[] = []
      for (const face of found.faces) {
        const look = looks.find((candidate) => wears(candidate, face))
        if (look === undefined) continue
        await voice.checkpoint()
        voice.progress('make-up', PAINTING + (1 - PAINTING) * (face.index / found.faces.length))
        const target = await reader.target(photo, found, face)
        for (const notice of hiddenPartNotices(target.soft, 'photo')) notices.add(notice)
        const make = (): ReturnType<typeof faceView> =>
          faceView(
            pixels,
            face.points.map((value) => value * scale),
            target,
          )
        const view = full === undefined ? await reader.view(photo, face, make) : make()
        painted.push(paintFace(pixels, view, compose(target, lookOf(look, target, worn))))
      }
      return painted
    })
    return { recipe, viewId, revision, faces, patches, notices: [...notices], timings }
  },
}

/** Shares of the work after which the exemplars, and then the painting, begin. */
const FINDING = 0.4
const PAINTING = 0.8

const BARE_LINES = 'Lines and paint cannot be taken off, because the photo does not show the skin under them.'

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

/** The make-up of every exemplar that some look names, by its id. */
async function readExemplars(
  looks: readonly RemoteLook[],
  host: RecipeHost,
  reader: FaceReader,
  voice: JobVoice,
  notices: Set<string>,
): Promise<ReadonlyMap<string, MakeupLayers>> {
  const choices = looks.flatMap(({ parts }) => Object.values(parts))
  const ids = new Set(choices.flatMap(({ from }) => (from === 'bare' ? [] : [from.exemplarId])))
  const worn = new Map<string, MakeupLayers>()
  for (const id of ids) {
    voice.progress('exemplars', FINDING + (PAINTING - FINDING) * (worn.size / ids.size))
    const exemplar = host.photo(id)
    const found = await reader.faces(exemplar, () => voice.checkpoint())
    const layers = await reader.makeup(exemplar, found, usableFace(found.faces, 'exemplar'))
    for (const notice of [...bareExemplarNotice(layers), ...hiddenPartNotices(layers.soft, 'exemplar')])
      notices.add(notice)
    worn.set(id, layers)
  }
  return worn
}

function lookOf(
  { parts, tone, swapSides, shifts }: RemoteLook,
  target: TargetFace,
  worn: ReadonlyMap<string, MakeupLayers>,
): Parameters<typeof compose>[1] {
  const layers: Partial<Record<MakeupPart, MakeupLayers>> = {}
  const strengths: Record<MakeupPart, number> = { foundation: 0, blush: 0, shadow: 0, paint: 0, liner: 0, lips: 0 }
  for (const part of MAKEUP_PARTS) {
    const choice = parts[part]
    if (choice === undefined || choice.strength === 0) continue
    strengths[part] = choice.strength
    const chosen = choice.from === 'bare' ? bareLayers(target.soft) : worn.get(choice.from.exemplarId)
    if (chosen === undefined) throw new CocanvasError('internal', 'The exemplar of a part was not read; try again.')
    layers[part] = swapSides ? mirroredLayers(chosen) : chosen
  }
  const { lips, shadow } = shifts
  return {
    layers,
    strengths,
    tone,
    shifts: { ...(lips === undefined ? {} : { lips }), ...(shadow === undefined ? {} : { shadow }) },
  }
}
