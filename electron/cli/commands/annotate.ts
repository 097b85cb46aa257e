import { z } from 'zod'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { encodeLabelPng } from '../../images/encode-png.ts'
import { findPack } from '../../packs/installed-pack.ts'
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
import { classShares, type ClassShare } from '../rendering/class-shares.ts'

/** `cocanvas annotate`: the classes of a photo as an indexed PNG that `render` reads as a layout. */
export const annotateCommand = defineCommand({
  help: {
    name: 'annotate',
    summary: 'Labels the classes of a photo: an indexed PNG of class ids in the pack’s colours.',
    usage: ['annotate PHOTO --out LABELS.png [OPTIONS]'],
    options: {
      out: { value: 'FILE', short: 'o', required: true, description: 'label map to write (PNG)' },
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
    examples: ['annotate photo.jpg --out labels.png', 'annotate --pack landscape photo.jpg --out labels.png --json'],
  },
  values: engineValuesSchema.extend({
    pack: z.string().default(DEFAULT_PACK),
    out: z.string(),
    json: z.boolean().default(false),
  }),
  async run(values, [photo = ''], environment) {
    const started = environment.now()
    const { manifest } = await findPack(environment.models.packFolders, values.pack)
    const annotatorId = annotatorOf(manifest)
    await checkPngOutputs(namedPaths({ '--out': values.out }), namedPaths({ PHOTO: photo }))
    const { labels, provider, timings } = await withEngine(
      environment,
      values,
      () =>
        readExemplarPhoto(photo, (message) => {
          environment.stderr.write(`${message}\n`)
        }),
      (engine, image) => engine.annotate(annotatorId, image, manifest.id, { signal: environment.signal }),
    )
    throwIfCancelled(environment.signal)
    const bytes = await encodeLabelPng(labels, manifest.classes)
    await writeFileAtomically(values.out, bytes)
    const milliseconds = environment.now() - started
    const classes = classShares(labels, manifest.classes)
    if (values.json) {
      writeJson(environment, {
        command: 'annotate',
        out: values.out,
        width: labels.width,
        height: labels.height,
        sha256: sha256(bytes),
        pixelsSha256: sha256(labels.data),
        pack: { id: manifest.id, version: manifest.version },
        annotator: annotatorId,
        provider,
        threads: values.threads,
        classes,
        timings: roundTimings(timings),
        milliseconds: roundMilliseconds(milliseconds),
      })
      return
    }
    environment.stdout.write(
      `${values.out}: ${String(labels.width)}×${String(labels.height)}, ${sharesText(classes)} in ${durationText(milliseconds)}\n`,
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

function sharesText(classes: readonly ClassShare[]): string {
  const shown = classes.slice(0, 5).map(({ name, share }) => `${name} ${String(Math.round(share * 100))} %`)
  return shown.join(', ') + (classes.length > shown.length ? ', …' : '')
}
