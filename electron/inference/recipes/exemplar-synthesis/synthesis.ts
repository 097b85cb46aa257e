import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import type { StageFlow } from '../../pipelines/stage-flow.ts'
import { pictureImage } from '../../postprocess/picture-image.ts'
import { scalarMapOf } from '../../postprocess/scalar-map-of.ts'
import type { JobVoice, RecipeHost, RecipeRunner } from '../recipe-runner.ts'
import { layOnWarp } from './bent-face/lay-on-warp.ts'
import { finishFigure } from './finish-figure.ts'
import { finishPicture, paintingVoice } from './finish-picture.ts'
import { matchRegions } from './match-regions.ts'
import { paintedFigure } from './figure/painted-figure.ts'
import { prepareSynthesis, type PreparedSynthesis } from './prepare-synthesis.ts'

/** Runs a pack up to the picture and shows the warp as soon as it exists. */
export const synthesis: RecipeRunner<'exemplar-synthesis'> = {
  async run(request, host, voice, show) {
    const { recipe, viewId, revision, regions, finished } = request
    const prepared = await prepareSynthesis(
      request,
      host,
      finished === undefined ? voice : paintingVoice(voice),
      ({ outputs }) => outputs.picture,
    )
    const { flow, resources, stored, others, beside } = prepared
    const { version: packVersion, outputs } = resources.pack.manifest
    const bend = (each: StageFlow, exemplar: StoredExemplar): Promise<StageFlow> =>
      bentFlow(each, exemplar, prepared, host, voice)
    await bend(flow, stored)
    if (regions !== undefined)
      await matchRegions(flow, regions, resources.pack.manifest, (id) => bend(beside(id), others.get(id) ?? stored))
    const image = pictureImage(await flow.tensor(outputs.preview))
    const confidence =
      outputs.confidence === undefined ? {} : { confidence: scalarMapOf(await flow.tensor(outputs.confidence)) }
    show({ recipe, viewId, revision, image, ...confidence })
    const made = pictureImage(await flow.tensor(outputs.picture))
    const figure = await paintedFigure(made, prepared, host, voice)
    const painted = { picture: figure?.picture ?? made, figure }
    const sized =
      finished === undefined ? painted.picture : await finishPicture(painted, finished, request, prepared, voice, host)
    const picture = figure === undefined ? sized : await finishFigure(figure, sized, request, prepared, host, voice)
    const { provider } = resources.sessions
    return { recipe, viewId, revision, image: picture, packVersion, provider, timings: flow.timings }
  },
}

/** A flow whose warp shows the exemplar's bent face, for packs of faces; the flow itself. */
async function bentFlow(
  flow: StageFlow,
  exemplar: StoredExemplar,
  { bentFaceOf, resources }: PreparedSynthesis,
  { now }: Pick<RecipeHost, 'now'>,
  { checkpoint }: Pick<JobVoice, 'checkpoint'>,
): Promise<StageFlow> {
  const { preview } = resources.pack.manifest.outputs
  await flow.besides(preview)
  await checkpoint()
  const start = now()
  const face = await bentFaceOf(exemplar)
  if (face === undefined) return flow
  await layOnWarp(flow, preview, face)
  flow.timings.push({ stage: 'bend', milliseconds: now() - start, cached: false })
  return flow
}
