import { z } from 'zod'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { WarpPreview } from '../../contract/generation-result.ts'
import { checkWritable, writeFileAtomically } from '../../images/atomic-write.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import { findPack } from '../../packs/installed-pack.ts'
import { sizeOptionSchema, wholeNumberSchema } from '../arguments/option-schemas.ts'
import {
  DEFAULT_PACK,
  ENGINE_OPTIONS,
  engineValuesSchema,
  JSON_OPTION,
  PACK_OPTION,
} from '../arguments/shared-options.ts'
import { defineCommand } from '../command.ts'
import { throwIfCancelled, withEngine } from '../engine/with-engine.ts'
import { writeJson, type CliEnvironment } from '../environment.ts'
import { sha256 } from '../output/digest.ts'
import { StatusLine } from '../output/status-line.ts'
import { roundMilliseconds, roundTimings, timingsText } from '../output/timings-text.ts'
import { durationText } from '../output/units.ts'
import { pictureSize } from '../rendering/picture-size.ts'
import { exemplarOf, readExemplarPhoto } from '../rendering/read-exemplar.ts'
import { readCondition } from '../rendering/read-condition.ts'
import { fitCondition } from '../rendering/fit-condition.ts'

const valuesSchema = engineValuesSchema.extend({
  pack: z.string().default(DEFAULT_PACK),
  layout: z.string(),
  exemplar: z.string(),
  out: z.string(),
  exemplarLayout: z.string().optional(),
  layoutPhoto: z.string().optional(),
  layoutEyeglasses: z.string().optional(),
  exemplarEyeglasses: z.string().optional(),
  warp: z.string().optional(),
  size: sizeOptionSchema.optional(),
  seed: wholeNumberSchema('seed', 0, 0xffffffff).default(0),
  json: z.boolean().default(false),
})
type Values = z.infer<typeof valuesSchema>

/** `cocanvas render`: one picture from a layout and an exemplar photo. */
export const renderCommand = defineCommand({
  help: {
    name: 'render',
    summary: 'Makes one picture from a layout and an exemplar photo.',
    usage: ['render --layout L.png --exemplar E.jpg --out O.png [OPTIONS]'],
    options: {
      layout: {
        value: 'FILE',
        required: true,
        description: 'what to show: a PNG of class ids, or painted in the pack’s colours',
      },
      exemplar: { value: 'FILE', required: true, description: 'photo whose style is taken; any size and format' },
      out: { value: 'FILE', short: 'o', required: true, description: 'picture to write (PNG)' },
      ...PACK_OPTION,
      'exemplar-layout': { value: 'FILE', description: 'classes of the exemplar; otherwise the annotator labels it' },
      'layout-photo': { value: 'FILE', description: 'for packs of edges: the face photo whose other edges are kept' },
      'layout-eyeglasses': { value: 'FILE', description: 'for packs of masks: where the layout has eyeglasses (PNG)' },
      'exemplar-eyeglasses': {
        value: 'FILE',
        description: 'for packs of masks: where the exemplar has eyeglasses (PNG)',
      },
      warp: { value: 'FILE', description: 'also write the exemplar as it was moved onto the layout (PNG)' },
      size: {
        value: 'SIZE',
        description: '256, 512 or WIDTHxHEIGHT; otherwise the layout’s proportions at the pack’s own size',
      },
      seed: { value: 'N', description: 'seed of the noise of packs that use it, 0 unless given' },
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    notes: [
      'Packs of poses take OpenPose’s JSON (18 points) as --layout.',
      'A layout is an 8-bit grey or indexed PNG of class ids, or an RGB PNG in exactly the pack’s colours.',
      'The same inputs give the same bytes on the same machine; sha256 in --json is of the written file,',
      'pixelsSha256 of its RGB values.',
    ],
    examples: [
      'render --layout assets/layouts/lake.png --exemplar photo.jpg --out picture.png',
      'render --pack landscape --layout L.png --exemplar E.jpg --out O.png --size 512 --warp W.png --json',
    ],
  },
  values: valuesSchema,
  async run(values, _operands, environment) {
    const started = environment.now()
    const { manifest } = await findPack(environment.models.packFolders, values.pack)
    await checkWritable(values.out)
    if (values.warp !== undefined) await checkWritable(values.warp)
    const status = new StatusLine(environment.stderr)
    try {
      const { picture, warp, size } = await renderPicture(values, manifest, environment, status)
      throwIfCancelled(environment.signal)
      const bytes = await encodePhotoPng(picture.image)
      const warpBytes = warp === undefined ? undefined : await encodePhotoPng(warp.image)
      throwIfCancelled(environment.signal)
      if (values.warp !== undefined && warpBytes !== undefined) await writeFileAtomically(values.warp, warpBytes)
      await writeFileAtomically(values.out, bytes)
      status.clear()
      const milliseconds = environment.now() - started
      if (!values.json) {
        environment.stdout.write(
          `${values.out}: ${String(size.width)}×${String(size.height)} with ${manifest.id} ${picture.packVersion} on ${picture.provider} in ${durationText(milliseconds)} (${timingsText(picture.timings)})\n`,
        )
        return
      }
      writeJson(environment, {
        command: 'render',
        out: values.out,
        ...size,
        sha256: sha256(bytes),
        pixelsSha256: sha256(picture.image.data),
        ...(values.warp !== undefined && warpBytes !== undefined
          ? { warp: { out: values.warp, sha256: sha256(warpBytes) } }
          : {}),
        pack: { id: manifest.id, version: picture.packVersion },
        provider: picture.provider,
        threads: values.threads,
        seed: values.seed,
        timings: roundTimings(picture.timings),
        milliseconds: roundMilliseconds(milliseconds),
      })
    } finally {
      status.clear()
    }
  },
})

async function renderPicture(values: Values, manifest: PackManifest, environment: CliEnvironment, status: StatusLine) {
  const prepare = async () => {
    status.show('reading the layout and the exemplar')
    const { layoutPhoto, exemplarLayout } = values
    const { native, fixed } = manifest.sizes
    const { condition, drawn } = await readCondition(
      manifest,
      {
        layout: values.layout,
        eyeglasses: values.layoutEyeglasses,
        photo: layoutPhoto === undefined ? undefined : () => readExemplarPhoto(layoutPhoto),
      },
      values.size ?? fixed ?? { width: native, height: native },
    )
    const size = pictureSize(manifest.id, manifest.sizes, drawn ?? { width: native, height: native }, values.size)
    const files =
      exemplarLayout === undefined ? undefined : { layout: exemplarLayout, eyeglasses: values.exemplarEyeglasses }
    const exemplar = await exemplarOf(await readExemplarPhoto(values.exemplar), files, manifest)
    return { condition: fitCondition(condition, size), exemplar, size }
  }
  return withEngine(environment, values, prepare, async (engine, { condition, exemplar, size }) => {
    let warp: WarpPreview | undefined
    const picture = await engine.generate(
      {
        pack: { id: manifest.id, version: manifest.version },
        condition,
        exemplar,
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
        onWarp: (preview) => {
          warp = preview
        },
      },
    )
    return { picture, warp, size }
  })
}
