import { fitCondition } from '../../conditions/condition-table.ts'
import type { ConditionKind } from '../../contract/condition-kind.ts'
import type { Exemplar, ExemplarRegions } from '../../contract/generation-request.ts'
import type { PictureResult, WarpPreview } from '../../contract/generation-result.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { withEngine } from '../engine/with-engine.ts'
import type { CliEnvironment } from '../environment.ts'
import type { StatusLine } from '../output/status-line.ts'
import { backgroundOptions } from './background-option.ts'
import type { DrawnCondition } from './drawn-condition.ts'
import type { OnNotice } from './on-notice.ts'
import { poseFromPhoto } from './pose-from-photo.ts'
import { onePerson } from './read-pose.ts'
import { renderSizes } from './render-sizes.ts'
import { chosenKind } from './conditions/reader-table.ts'
import { checkFiles, readCondition } from './read-condition.ts'
import { exemplarOf, readExemplarPhoto } from './read-exemplar.ts'
import { checkRegions, readRegions } from './read-regions.ts'
import type { RenderValues } from './render-values.ts'

/** A finished picture, not yet on the disk. */
export interface RenderedPicture {
  readonly picture: PictureResult
  /** Absent when it is not asked for. */
  readonly warp: WarpPreview | undefined
  readonly size: ImageSize
}

/**
 * Reads the inputs of a `render` and has a host make the picture.
 *
 * @throws CocanvasError for anything wrong with inputs, pack or provider; CancelledError
 */
export async function renderPicture(
  values: RenderValues,
  manifest: PackManifest,
  environment: CliEnvironment,
  status: StatusLine,
): Promise<RenderedPicture> {
  const prepare = (): Promise<RenderInputs> => {
    status.show('reading the layout and the exemplar')
    return readInputs(values, manifest, (message) => {
      status.clear()
      environment.stderr.write(`${message}\n`)
    })
  }
  const choices = { ...values, packAhead: manifest.id }
  return withEngine(environment, choices, prepare, async (engine, { shown, exemplar, regions, size, finished }) => {
    let warp: WarpPreview | undefined
    const { condition } =
      'poseIn' in shown
        ? onePerson(
            shown.path,
            await poseFromPhoto(engine, shown.path, shown.poseIn, { signal: environment.signal }),
            values.person ?? 1,
          )
        : shown
    const picture = await engine.generate(
      {
        recipe: 'exemplar-synthesis',
        pack: { id: manifest.id, version: manifest.version },
        // Contours are drawn at the finished size, so the layout keeps its own until then.
        condition: finished === undefined ? fitCondition(condition, size) : condition,
        exemplar,
        ...(regions === undefined ? {} : { regions }),
        size,
        ...(finished === undefined ? {} : { finished }),
        seed: values.seed,
        options: backgroundOptions(values.background, manifest),
        viewId: 'render',
        revision: 0,
      },
      {
        signal: environment.signal,
        onProgress: (stage, value) => {
          status.show(`${stage} ${String(Math.round(value * 100))} %`)
        },
        onPreview: (preview) => {
          if (values.warp !== undefined) warp = preview
        },
      },
    )
    return { picture, warp, size: finished ?? size }
  })
}

/** A photo whose pose is what the picture shows. */
interface PosedPhoto {
  readonly path: string
  readonly poseIn: RgbImage
}

interface RenderInputs {
  readonly shown: DrawnCondition | PosedPhoto
  readonly exemplar: Exemplar
  readonly regions: ExemplarRegions | undefined
  readonly size: ImageSize
  readonly finished: ImageSize | undefined
}

async function readInputs(values: RenderValues, manifest: PackManifest, onNotice: OnNotice): Promise<RenderInputs> {
  const kind = chosenKind(manifest, values.condition)
  checkCombination(values, manifest, kind)
  const { exemplarLayout } = values
  const { native } = manifest.sizes
  const shown = await readShown(values, manifest, kind, onNotice)
  const drawn = 'poseIn' in shown ? shown.poseIn : shown.drawn
  const { painted: size, finished } = renderSizes(manifest, drawn ?? { width: native, height: native }, values.size)
  const files =
    exemplarLayout === undefined
      ? undefined
      : { layout: exemplarLayout, eyeglasses: values.exemplarEyeglasses, onNotice }
  const exemplar = await exemplarOf(await readExemplarPhoto(values.exemplar, onNotice), files, manifest, kind)
  const regions = await readRegions(values, manifest, kind, size, onNotice)
  return { shown, exemplar, regions, size, finished }
}

/** What the picture is to show. @throws UsageError unless exactly one of layout and photo is given */
async function readShown(
  { layout, poseFrom, person, layoutEyeglasses, layoutPhoto, size }: RenderValues,
  manifest: PackManifest,
  kind: ConditionKind,
  onNotice: OnNotice,
): Promise<DrawnCondition | PosedPhoto> {
  if (poseFrom !== undefined) {
    if (layout !== undefined) throw new UsageError('--pose-from takes the place of --layout; give one of them.')
    if (kind !== 'pose') throw new UsageError(`${manifest.id} takes ${kind}, not poses; give --layout FILE.`)
    return { path: poseFrom, poseIn: await readExemplarPhoto(poseFrom, onNotice) }
  }
  if (layout === undefined)
    throw new UsageError('render needs --layout FILE; run "cocanvas render --help" to see an example.')
  const { native, fixed } = manifest.sizes
  const photo = layoutPhoto === undefined ? undefined : () => readExemplarPhoto(layoutPhoto, onNotice)
  const files = { layout, eyeglasses: layoutEyeglasses, photo, person, onNotice }
  return readCondition(manifest, kind, files, size ?? fixed ?? { width: native, height: native })
}

/** An option that would have no effect is a mistake worth telling. */
function checkCombination(
  { layoutPhoto, exemplarLayout, exemplarEyeglasses, background, ...regions }: RenderValues,
  manifest: PackManifest,
  kind: ConditionKind,
): void {
  checkRegions(regions)
  backgroundOptions(background, manifest)
  checkFiles(manifest, kind, layoutPhoto === undefined ? {} : { photo: () => readExemplarPhoto(layoutPhoto) })
  if (exemplarEyeglasses !== undefined && exemplarLayout === undefined) {
    throw new UsageError('--exemplar-eyeglasses adds to --exemplar-layout FILE; give both.')
  }
}
