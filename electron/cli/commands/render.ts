import { writeFileAtomically } from '../../images/atomic-write.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import { findPack } from '../../packs/installed-pack.ts'
import { ENGINE_OPTIONS, JSON_OPTION, PACK_OPTION } from '../arguments/shared-options.ts'
import { defineCommand } from '../command.ts'
import { throwIfCancelled } from '../engine/with-engine.ts'
import { writeJson } from '../environment.ts'
import { checkPngOutputs, namedPaths } from '../output/check-output.ts'
import { sha256 } from '../output/digest.ts'
import { StatusLine } from '../output/status-line.ts'
import { roundMilliseconds, roundTimings, timingsText } from '../output/timings-text.ts'
import { durationText } from '../output/units.ts'
import { BACKGROUND_OPTION } from '../rendering/background-option.ts'
import { renderPicture } from '../rendering/render-picture.ts'
import { renderValuesSchema } from '../rendering/render-values.ts'

/** `cocanvas render`: one picture from a layout and an exemplar photo. */
export const renderCommand = defineCommand({
  help: {
    name: 'render',
    summary: 'Makes one picture from a layout and an exemplar photo.',
    usage: [
      'render --layout L.png --exemplar E.jpg --out O.png [OPTIONS]',
      'render --pack PACK --pose-from P.jpg --exemplar E.jpg --out O.png [OPTIONS]',
    ],
    options: {
      layout: {
        value: 'FILE',
        description: 'what to show: a PNG of class ids or in the pack’s colours, or the JSON of a pose',
      },
      'pose-from': {
        value: 'FILE',
        description: 'for packs of poses, instead of --layout: photo of somebody posing',
      },
      person: {
        value: 'N',
        description: 'which person of the pose, 1 unless given; of a photo the largest is 1',
      },
      exemplar: { value: 'FILE', required: true, description: 'photo whose style is taken; any size and format' },
      out: { value: 'FILE', short: 'o', required: true, description: 'picture to write (PNG)' },
      ...PACK_OPTION,
      condition: { value: 'KIND', description: 'labels, masks, edges or pose, for packs that take several kinds' },
      'exemplar-layout': { value: 'FILE', description: 'classes of the exemplar; otherwise the annotator labels it' },
      'layout-photo': { value: 'FILE', description: 'for packs of edges: the face photo whose other edges are kept' },
      'layout-eyeglasses': { value: 'FILE', description: 'for packs of masks: where the layout has eyeglasses (PNG)' },
      'exemplar-eyeglasses': {
        value: 'FILE',
        description: 'for packs of masks: where the exemplar has eyeglasses (PNG)',
      },
      'region-exemplar': {
        value: 'FILE',
        repeatable: true,
        description: 'photo for one region of the picture; may be given up to eight times',
      },
      region: { value: 'FILE', repeatable: true, description: 'its mask: a PNG that is not black inside the region' },
      warp: { value: 'FILE', description: 'also write the exemplar as it was moved onto the layout (PNG)' },
      size: {
        value: 'SIZE',
        description: '256, 512 or WIDTHxHEIGHT; otherwise the layout’s proportions at the pack’s own size',
      },
      ...BACKGROUND_OPTION,
      seed: { value: 'N', description: 'seed of the noise of packs that use it, 0 unless given' },
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    notes: [
      'The n-th --region-exemplar goes with the n-th --region; where masks overlap, the later one counts.',
      'Poses are JSON of OpenPose, ControlNet, ComfyUI, COCO or MediaPipe; packs of edges also take drawn lines as JSON.',
      'A layout is an 8-bit grey or indexed PNG of class ids, or an RGB PNG in exactly the pack’s colours.',
      'For packs of edges it may be a folder with the part masks of one face, named as in CelebAMask-HQ.',
      'The same inputs give the same bytes on the same machine; sha256 in --json is of the written file,',
      'pixelsSha256 of its RGB values.',
    ],
    examples: [
      'render --layout assets/layouts/mountain-lake.png --exemplar photo.jpg --out picture.png',
      'render --pack landscape --layout L.png --exemplar E.jpg --out O.png --size 512 --warp W.png --json',
    ],
  },
  values: renderValuesSchema,
  async run(values, _operands, environment) {
    const started = environment.now()
    const { manifest } = await findPack(environment.models.packFolders, values.pack)
    await checkPngOutputs(
      namedPaths({ '--out': values.out, '--warp': values.warp }),
      namedPaths({
        '--layout': values.layout,
        '--pose-from': values.poseFrom,
        '--exemplar': values.exemplar,
        '--exemplar-layout': values.exemplarLayout,
        '--layout-photo': values.layoutPhoto,
        '--layout-eyeglasses': values.layoutEyeglasses,
        '--exemplar-eyeglasses': values.exemplarEyeglasses,
      }).concat(
        values.regionExemplar.map((path) => ({ option: '--region-exemplar', path })),
        values.region.map((path) => ({ option: '--region', path })),
      ),
    )
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
