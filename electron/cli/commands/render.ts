import { z } from 'zod'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { WarpPreview } from '../../contract/generation-result.ts'
import { checkWritable, writeFileAtomically } from '../../images/atomic-write.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import { resizeLabels } from '../../images/resize-labels.ts'
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
import { readLayout } from '../rendering/read-layout.ts'

const valuesSchema = engineValuesSchema.extend({
  pack: z.string().default(DEFAULT_PACK),
  layout: z.string(),
  exemplar: z.string(),
  out: z.string(),
  exemplarLayout: z.string().optional(),
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
    const layout = await readLayout(values.layout, manifest)
    const size: ImageSize = pictureSize(manifest.id, manifest.sizes, layout, values.size)
    const photo = await readExemplarPhoto(values.exemplar)
    const exemplar = await exemplarOf(photo, values.exemplarLayout, manifest)
    return { labels: resizeLabels(layout, size.width, size.height), exemplar, size }
  }
  return withEngine(environment, values, prepare, async (engine, { labels, exemplar, size }) => {
    let warp: WarpPreview | undefined
    const picture = await engine.generate(
      {
        pack: { id: manifest.id, version: manifest.version },
        condition: { kind: 'labels', labels },
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
