import { extname } from 'node:path'
import { z } from 'zod'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { checkWritable, writeFileAtomically } from '../../images/atomic-write.ts'
import { encodeAnimation } from '../../images/encode-animation.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import { findPack } from '../../packs/installed-pack.ts'
import { flickerOf } from '../animation/flicker.ts'
import { frameStrip } from '../animation/frame-strip.ts'
import { steadyFrames } from '../animation/steady-frames.ts'
import { readFrames } from '../animation/read-frames.ts'
import { sizeOptionSchema, wholeNumberSchema } from '../arguments/option-schemas.ts'
import { ENGINE_OPTIONS, engineValuesSchema, JSON_OPTION } from '../arguments/shared-options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { defineCommand } from '../command.ts'
import { throwIfCancelled, withEngine } from '../engine/with-engine.ts'
import { writeJson } from '../environment.ts'
import { checkDistinct, checkPngOutputs, namedPaths } from '../output/check-output.ts'
import { sha256 } from '../output/digest.ts'
import { StatusLine } from '../output/status-line.ts'
import { roundMilliseconds } from '../output/timings-text.ts'
import { durationText } from '../output/units.ts'
import { BACKGROUND_OPTION, backgroundOptions, backgroundOptionSchema } from '../rendering/background-option.ts'
import { exemplarOf, readExemplarPhoto } from '../rendering/read-exemplar.ts'

const MILLISECONDS = 1000

/** `cocanvas animate`: a folder of poses as an animated WebP of one person. */
export const animateCommand = defineCommand({
  help: {
    name: 'animate',
    summary: 'Makes a picture of every pose of a folder with one exemplar, and an animation of them.',
    usage: ['animate --poses DIR --exemplar E.jpg --out O.webp --pack PACK [OPTIONS]'],
    options: {
      poses: {
        value: 'DIR',
        required: true,
        description: 'folder of poses (JSON) by name, a list of them (.txt) or a file of frames',
      },
      exemplar: { value: 'FILE', required: true, description: 'photo of the person who is shown' },
      out: { value: 'FILE', short: 'o', required: true, description: 'animation to write (WebP)' },
      pack: { value: 'ID', required: true, description: 'pack of poses to use; "cocanvas packs" lists them' },
      strip: { value: 'FILE', description: 'also write all frames beside each other (PNG)' },
      fps: { value: 'N', description: 'frames a second, 1 to 60, 12 unless given' },
      person: { value: 'N', description: 'which person of each pose, 1 unless given' },
      size: { value: 'SIZE', description: '256, 512 or WIDTHxHEIGHT; otherwise the first pose’s proportions' },
      ...BACKGROUND_OPTION,
      seed: { value: 'N', description: 'seed of the noise of packs that use it, 0 unless given' },
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    notes: [
      'The exemplar is read once, and what stands still settles from frame to frame.',
      'Flicker is how much pixels change from frame to frame where the skeleton stands still, in levels',
      'of 0 to 255; --json gives it beside the change where the skeleton moves.',
    ],
    examples: ['animate --poses walk --exemplar photo.jpg --pack people --out walk.webp --strip walk.png'],
  },
  values: engineValuesSchema.extend({
    poses: z.string(),
    exemplar: z.string(),
    out: z.string(),
    pack: z.string(),
    strip: z.string().optional(),
    fps: wholeNumberSchema('fps', 1, 60).default(12),
    person: wholeNumberSchema('person', 1, 1000).optional(),
    size: sizeOptionSchema.optional(),
    background: backgroundOptionSchema.optional(),
    seed: wholeNumberSchema('seed', 0, 0xffffffff).default(0),
    json: z.boolean().default(false),
  }),
  async run(values, _operands, environment) {
    const { signal } = environment
    const started = environment.now()
    if (!['', '.webp'].includes(extname(values.out).toLowerCase()))
      throw new UsageError(`--out ${values.out} would be a WebP with another name; let it end in .webp.`)
    await checkWritable(values.out)
    const inputs = namedPaths({ '--exemplar': values.exemplar })
    await checkPngOutputs(namedPaths({ '--strip': values.strip }), inputs)
    await checkDistinct(namedPaths({ '--out': values.out, '--strip': values.strip }), inputs)
    const { manifest } = await findPack(environment.models.packFolders, values.pack)
    const options = backgroundOptions(values.background, manifest)
    const status = new StatusLine(environment.stderr)
    try {
      const made = await withEngine(
        environment,
        { ...values, packAhead: manifest.id },
        async () => ({
          ...(await readFrames(values.poses, manifest, values.person, values.size, (notice) => {
            environment.stderr.write(`${notice}\n`)
          })),
          exemplar: await exemplarOf(await readExemplarPhoto(values.exemplar), undefined, manifest, 'pose'),
        }),
        async (engine, { frames, size, exemplar }) => {
          const images: RgbImage[] = []
          for (const [index, { pose }] of frames.entries()) {
            throwIfCancelled(signal)
            status.show(`frame ${String(index + 1)} of ${String(frames.length)}`)
            const { image } = await engine.generate(
              {
                recipe: 'exemplar-synthesis',
                pack: { id: manifest.id, version: manifest.version },
                condition: { kind: 'pose', ...pose },
                exemplar,
                size,
                seed: values.seed,
                options,
                viewId: 'animation',
                revision: index,
              },
              { signal },
            )
            images.push(image)
          }
          return { images, poses: frames.map(({ pose }) => pose), size }
        },
      )
      const images = steadyFrames(made.images.flatMap((image, index) => framed(image, made.poses[index])))
      const flicker = flickerOf(images.flatMap((image, index) => framed(image, made.poses[index])))
      const bytes = await encodeAnimation(images, Math.round(MILLISECONDS / values.fps))
      const strip = values.strip === undefined ? undefined : await encodePhotoPng(frameStrip(images))
      throwIfCancelled(signal)
      if (values.strip !== undefined && strip !== undefined) await writeFileAtomically(values.strip, strip)
      await writeFileAtomically(values.out, bytes)
      status.clear()
      const milliseconds = environment.now() - started
      const { length: count } = images
      if (values.json) {
        writeJson(environment, {
          command: 'animate',
          out: values.out,
          ...made.size,
          frames: count,
          sha256: sha256(bytes),
          ...(strip === undefined ? {} : { strip: { out: values.strip, sha256: sha256(strip) } }),
          ...(flicker === undefined ? {} : { flicker }),
          pack: { id: manifest.id, version: manifest.version },
          threads: values.threads,
          seed: values.seed,
          milliseconds: roundMilliseconds(milliseconds),
        })
        return
      }
      const still = flicker === undefined ? '' : `, flicker ${flicker.still.toFixed(2)} levels`
      environment.stdout.write(
        `${values.out}: ${String(count)} ${count === 1 ? 'frame' : 'frames'} of ${String(made.size.width)}×${String(made.size.height)}${still} in ${durationText(milliseconds)}\n`,
      )
    } finally {
      status.clear()
    }
  },
})

function framed<Pose>(image: RgbImage, pose: Pose | undefined): readonly { image: RgbImage; pose: Pose }[] {
  return pose === undefined ? [] : [{ image, pose }]
}
