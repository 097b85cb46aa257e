import { z } from 'zod'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import { findPack } from '../../packs/installed-pack.ts'
import { readingExtension, writeReading } from '../annotating/written-reading.ts'
import {
  DEFAULT_PACK,
  ENGINE_OPTIONS,
  engineValuesSchema,
  JSON_OPTION,
  PACK_OPTION,
} from '../arguments/shared-options.ts'
import { defineCommand } from '../command.ts'
import { throwIfCancelled, withEngine } from '../engine/with-engine.ts'
import { writeJson } from '../environment.ts'
import { checkPngOutputs, namedPaths } from '../output/check-output.ts'
import { sha256 } from '../output/digest.ts'
import { roundMilliseconds, roundTimings } from '../output/timings-text.ts'
import { durationText } from '../output/units.ts'
import { readExemplarPhoto } from '../rendering/read-exemplar.ts'

/** `cocanvas annotate`: what a photo shows (its classes, its pose), as a file that `render` reads as a layout. */
export const annotateCommand = defineCommand({
  help: {
    name: 'annotate',
    summary: 'Says what a photo shows: an indexed PNG of class ids in the pack’s colours, or the JSON of a pose.',
    usage: ['annotate PHOTO --out LABELS.png [OPTIONS]'],
    options: {
      out: { value: 'FILE', short: 'o', required: true, description: 'label map (PNG) or pose (JSON) to write' },
      'photo-out': {
        value: 'FILE',
        description: 'PNG of the photo as the pack had it prepared: what the labels belong to',
      },
      whole: { description: 'label the whole photo for "cocanvas edit", with each face at its place' },
      ...PACK_OPTION,
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    operands: {
      name: 'PHOTO',
      minimum: 1,
      maximum: 1,
      description: 'photo to label; photos over 2048 pixels are reduced',
    },
    examples: [
      'annotate photo.jpg --out labels.png',
      'annotate --pack faces --whole group.jpg --out labels.png',
      'annotate --pack landscape photo.jpg --out labels.png --json',
    ],
  },
  values: engineValuesSchema.extend({
    pack: z.string().default(DEFAULT_PACK),
    out: z.string(),
    photoOut: z.string().optional(),
    whole: z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  async run(values, [photo = ''], environment) {
    const started = environment.now()
    const { manifest } = await findPack(environment.models.packFolders, values.pack)
    const annotatorId = annotatorOf(manifest)
    const photos = namedPaths({ '--photo-out': values.photoOut })
    await checkPngOutputs(namedPaths({ '--out': values.out }), namedPaths({ PHOTO: photo }), readingExtension(manifest))
    await checkPngOutputs(photos, namedPaths({ PHOTO: photo, '--out': values.out }))
    const { condition, picture, provider, timings } = await withEngine(
      environment,
      values,
      () =>
        readExemplarPhoto(photo, (message) => {
          environment.stderr.write(`${message}\n`)
        }),
      (engine, image) =>
        engine.annotate(
          annotatorId,
          image,
          { packId: manifest.id, whole: values.whole },
          { signal: environment.signal },
        ),
    )
    throwIfCancelled(environment.signal)
    const { bytes, width, height, summary, facts } = await writeReading(condition, manifest)
    await writeFileAtomically(values.out, bytes)
    if (values.photoOut !== undefined && picture !== undefined)
      await writeFileAtomically(values.photoOut, await encodePhotoPng(picture))
    else if (picture !== undefined)
      environment.stderr.write(
        `${values.out} belongs to the photo as ${manifest.id} prepares it; --photo-out FILE keeps that.\n`,
      )
    const milliseconds = environment.now() - started
    if (values.json) {
      writeJson(environment, {
        command: 'annotate',
        out: values.out,
        width,
        height,
        sha256: sha256(bytes),
        ...facts,
        pack: { id: manifest.id, version: manifest.version },
        annotator: annotatorId,
        provider,
        threads: values.threads,
        timings: roundTimings(timings),
        milliseconds: roundMilliseconds(milliseconds),
      })
      return
    }
    environment.stdout.write(
      `${values.out}: ${String(width)}×${String(height)}, ${summary} in ${durationText(milliseconds)}\n`,
    )
  },
})

function annotatorOf(manifest: PackManifest): string {
  if (manifest.annotator !== undefined) return manifest.annotator
  throw new CocanvasError(
    'bad-request',
    `${manifest.id} has no annotator, so it cannot label photos; choose another pack with --pack.`,
  )
}
