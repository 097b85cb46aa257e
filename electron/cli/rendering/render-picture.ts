import { fitCondition } from '../../conditions/condition-table.ts'
import type { Condition } from '../../contract/condition.ts'
import type { ConditionKind } from '../../contract/condition-kind.ts'
import type { Exemplar, ExemplarRegions } from '../../contract/generation-request.ts'
import type { PictureResult, WarpPreview } from '../../contract/generation-result.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { withEngine } from '../engine/with-engine.ts'
import type { CliEnvironment } from '../environment.ts'
import type { StatusLine } from '../output/status-line.ts'
import type { OnNotice } from './on-notice.ts'
import { pictureSize } from './picture-size.ts'
import { chosenKind } from './conditions/reader-table.ts'
import { checkFiles, readCondition } from './read-condition.ts'
import { exemplarOf, readExemplarPhoto } from './read-exemplar.ts'
import { checkRegions, readRegions } from './read-regions.ts'
import type { RenderValues } from './render-values.ts'

/** A finished picture, not yet on the disk. */
export interface RenderedPicture {
  readonly picture: PictureResult
  /** Absent when nobody wants it. */
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
  return withEngine(environment, choices, prepare, async (engine, { condition, exemplar, regions, size }) => {
    let warp: WarpPreview | undefined
    const picture = await engine.generate(
      {
        recipe: 'exemplar-synthesis',
        pack: { id: manifest.id, version: manifest.version },
        condition,
        exemplar,
        ...(regions === undefined ? {} : { regions }),
        size,
        seed: values.seed,
        options: {},
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
    return { picture, warp, size }
  })
}

interface RenderInputs {
  readonly condition: Condition
  readonly exemplar: Exemplar
  readonly regions: ExemplarRegions | undefined
  readonly size: ImageSize
}

async function readInputs(values: RenderValues, manifest: PackManifest, onNotice: OnNotice): Promise<RenderInputs> {
  const kind = chosenKind(manifest, values.condition)
  checkCombination(values, manifest, kind)
  const { layoutPhoto, exemplarLayout } = values
  const { native, fixed } = manifest.sizes
  const { condition, drawn } = await readCondition(
    manifest,
    kind,
    {
      layout: values.layout,
      eyeglasses: values.layoutEyeglasses,
      photo: layoutPhoto === undefined ? undefined : () => readExemplarPhoto(layoutPhoto, onNotice),
      onNotice,
    },
    values.size ?? fixed ?? { width: native, height: native },
  )
  const size = pictureSize(manifest.id, manifest.sizes, drawn ?? { width: native, height: native }, values.size)
  const files =
    exemplarLayout === undefined
      ? undefined
      : { layout: exemplarLayout, eyeglasses: values.exemplarEyeglasses, onNotice }
  const exemplar = await exemplarOf(await readExemplarPhoto(values.exemplar, onNotice), files, manifest, kind)
  const regions = await readRegions(values, manifest, kind, size, onNotice)
  return { condition: fitCondition(condition, size), exemplar, regions, size }
}

/** An option that would have no effect is a mistake worth telling. */
function checkCombination(
  { layoutPhoto, exemplarLayout, exemplarEyeglasses, ...regions }: RenderValues,
  manifest: PackManifest,
  kind: ConditionKind,
): void {
  checkRegions(regions)
  checkFiles(manifest, kind, layoutPhoto === undefined ? {} : { photo: () => readExemplarPhoto(layoutPhoto) })
  if (exemplarEyeglasses !== undefined && exemplarLayout === undefined) {
    throw new UsageError('--exemplar-eyeglasses adds to --exemplar-layout FILE; give both.')
  }
}
