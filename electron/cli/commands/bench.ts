import { z } from 'zod'
import { conditionKindSchema } from '../../contract/condition-kind.ts'
import { findPack } from '../../packs/installed-pack.ts'
import { sizeOptionSchema, wholeNumberSchema } from '../arguments/option-schemas.ts'
import { aligned } from '../arguments/help-text.ts'
import {
  DEFAULT_PACK,
  ENGINE_OPTIONS,
  engineValuesSchema,
  JSON_OPTION,
  PACK_OPTION,
} from '../arguments/shared-options.ts'
import { measureStrokes } from '../bench/measure-strokes.ts'
import { syntheticPhoto } from '../bench/synthetic-inputs.ts'
import { defineCommand } from '../command.ts'
import { withEngine } from '../engine/with-engine.ts'
import { writeJson } from '../environment.ts'
import { StatusLine } from '../output/status-line.ts'
import { durationText } from '../output/units.ts'
import { pictureSize } from '../rendering/picture-size.ts'
import { chosenKind, exemplarKind, readerOf } from '../rendering/conditions/reader-table.ts'

/** `cocanvas bench`: how fast a pack answers here when the layout changes under a cached exemplar. */
export const benchCommand = defineCommand({
  help: {
    name: 'bench',
    summary: 'Measures how fast a pack runs here: first picture, then strokes with the exemplar cached.',
    usage: ['bench [OPTIONS]'],
    options: {
      ...PACK_OPTION,
      condition: { value: 'KIND', description: 'labels, masks, edges or pose, for packs that take several kinds' },
      size: { value: 'SIZE', description: '256, 512 or WIDTHxHEIGHT; the pack’s own size unless given' },
      repeats: { value: 'N', description: 'strokes to measure, 10 unless given' },
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    notes: ['Inputs are synthetic; times are medians. `npm run bench` compares the engine with its rivals.'],
    examples: ['bench', 'bench --size 512 --threads 2 --repeats 20 --json'],
  },
  values: engineValuesSchema.extend({
    pack: z.string().default(DEFAULT_PACK),
    condition: conditionKindSchema.optional(),
    size: sizeOptionSchema.optional(),
    repeats: wholeNumberSchema('repeats', 1, 1000).default(10),
    json: z.boolean().default(false),
  }),
  async run(values, _operands, environment) {
    const { manifest } = await findPack(environment.models.packFolders, values.pack)
    const kind = chosenKind(manifest, values.condition)
    const { synthetic } = readerOf(kind)
    const shown = readerOf(exemplarKind(manifest, kind))
    const { native } = manifest.sizes
    const size = pictureSize(manifest.id, manifest.sizes, { width: native, height: native }, values.size)
    const status = new StatusLine(environment.stderr)
    const measured = await withEngine(
      environment,
      values,
      () =>
        Promise.resolve({
          conditions: Array.from({ length: values.repeats + 1 }, (_, shift) => synthetic(manifest, size, shift)),
          exemplar: { image: syntheticPhoto(size), condition: shown.synthetic(manifest, size, 7) },
        }),
      (engine, inputs) =>
        measureStrokes(engine, manifest, size, inputs, environment, (done) => {
          status.show(`${String(done)} of ${String(values.repeats + 1)} pictures`)
        }),
    ).finally(() => {
      status.clear()
    })
    if (values.json) {
      writeJson(environment, {
        command: 'bench',
        ...size,
        threads: values.threads,
        repeats: values.repeats,
        ...measured,
      })
      return
    }
    const rows = [
      ['first picture', durationText(measured.firstPictureMilliseconds)] as const,
      [
        'stroke to warp',
        measured.warpMilliseconds === undefined ? 'not sent' : durationText(measured.warpMilliseconds),
      ] as const,
      ['stroke to picture', durationText(measured.pictureMilliseconds)] as const,
      ...measured.stages.map(({ stage, milliseconds }) => [`  ${stage}`, durationText(milliseconds)] as const),
    ]
    environment.stdout.write(
      `${manifest.id} ${manifest.version}, ${String(size.width)}×${String(size.height)}, ${measured.provider}, ${String(values.threads)} threads, median of ${String(values.repeats)}\n${aligned(rows).join('\n')}\n`,
    )
  },
})
