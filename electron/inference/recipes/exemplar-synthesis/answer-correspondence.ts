import type { RegionMap } from '../../../contract/exemplar-regions.ts'
import { CocanvasError } from '../../../contract/error-codes.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { LayoutPoint } from '../../../contract/recipes/exemplar-synthesis.ts'
import { transform } from '../../../faces/geometry/similarity.ts'
import { nearestIndices } from '../../../resampling/nearest.ts'
import { scalarMapOf } from '../../postprocess/scalar-map-of.ts'
import type { QuestionAnswerer } from '../recipe-runner.ts'
import { placeHeat } from './bent-face/place-heat.ts'
import { bestMatch } from './best-match.ts'
import { unbentHeat } from './figure/unbent-heat.ts'
import { prepareSynthesis } from './prepare-synthesis.ts'
import { querySource } from './request-sources.ts'

/** Tells where one layout pixel's style comes from. */
export const answerCorrespondence: QuestionAnswerer<'exemplar-synthesis'> = async (question, host, voice) => {
  const { recipe, request, point } = question
  const { size, viewId, revision } = request
  const region = request.regions === undefined ? 0 : regionAt(request.regions.map, point, size)
  const exemplarId = request.regions?.exemplarIds[region - 1] ?? request.exemplarId
  const { flow, resources, stored, reading, bentOf, bentFaceOf } = await prepareSynthesis(
    { ...request, exemplarId },
    host,
    voice,
    correspondenceOf,
    ({ grid }) => querySource(layoutCell(point, size, grid.stride)),
  )
  const found = scalarMapOf(await flow.tensor(correspondenceOf(resources.pack.manifest)))
  const bent = await bentOf(stored)?.at(size)
  const unbent = bent === undefined ? found : unbentHeat(found, bent.image, bent.photoOrigins(), stored.exemplar.image)
  const face = await bentFaceOf(stored)
  const pixel = Math.floor(point.y) * size.width + Math.floor(point.x)
  const heat = (face && placeHeat(unbent, face, size.width, pixel)) ?? unbent
  const { column, row, confidence } = bestMatch(heat)
  const prepared = reading === undefined ? undefined : (await reading.read()).prepared
  const { width, height } = prepared?.photo ?? stored.exemplar.image
  const seen = { x: ((column + 0.5) * width) / heat.width, y: ((row + 0.5) * height) / heat.height }
  const bestPixel = prepared === undefined ? seen : transform(prepared.toGiven, seen)
  const answer = { recipe, viewId, revision, heat, bestMatch: bestPixel, confidence, timings: flow.timings }
  return region === 0 ? answer : { ...answer, region }
}

/** @throws CocanvasError `bad-request` for a pack that cannot tell */
function correspondenceOf({ id, outputs }: PackManifest): string {
  if (outputs.correspondence !== undefined) return outputs.correspondence
  throw new CocanvasError('bad-request', `The pack ${id} cannot tell where its style comes from; use another pack.`)
}

/** Flat index of the layout cell under a pixel. @throws CocanvasError `bad-request` outside the picture */
function layoutCell({ x, y }: LayoutPoint, size: ImageSize, stride: number): number {
  if (x >= size.width || y >= size.height)
    throw new CocanvasError(
      'bad-request',
      `The point ${x}, ${y} lies outside the picture of ${size.width} × ${size.height}; point into it.`,
    )
  return Math.floor(y / stride) * Math.floor(size.width / stride) + Math.floor(x / stride)
}

/** The map's index (0 = primary exemplar) at a point given in pixels of `size`, which the map covers. */
function regionAt(map: RegionMap, { x, y }: LayoutPoint, size: ImageSize): number {
  const column = nearestIndices(map.width, size.width)[Math.floor(x)] ?? 0
  const row = nearestIndices(map.height, size.height)[Math.floor(y)] ?? 0
  return map.data[row * map.width + column] ?? 0
}
