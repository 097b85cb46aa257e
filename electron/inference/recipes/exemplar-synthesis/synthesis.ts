import { pictureImage } from '../../postprocess/picture-image.ts'
import { scalarMapOf } from '../../postprocess/scalar-map-of.ts'
import type { RecipeRunner } from '../recipe-runner.ts'
import { finishFigure } from './finish-figure.ts'
import { finishPicture, paintingVoice } from './finish-picture.ts'
import { matchRegions } from './match-regions.ts'
import { paintedFigure } from './figure/painted-figure.ts'
import { prepareSynthesis } from './prepare-synthesis.ts'

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
    const { flow, resources, beside } = prepared
    const { version: packVersion, outputs } = resources.pack.manifest
    if (regions !== undefined) await matchRegions(flow, regions, resources.pack.manifest, beside)
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
