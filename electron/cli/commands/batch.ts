import { join } from 'node:path'
import { z } from 'zod'
import { checkWritable, makeFolder, writeFileAtomically } from '../../images/atomic-write.ts'
import { conditionKindSchema } from '../../contract/condition-kind.ts'
import { findPack } from '../../packs/installed-pack.ts'
import { sizeOptionSchema, wholeNumberSchema } from '../arguments/option-schemas.ts'
import {
  DEFAULT_PACK,
  ENGINE_OPTIONS,
  engineValuesSchema,
  JSON_OPTION,
  PACK_OPTION,
} from '../arguments/shared-options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { batchInputs } from '../batch/batch-inputs.ts'
import { batchPairs } from '../batch/batch-pairs.ts'
import { pairKey, planBatch } from '../batch/batch-plan.ts'
import { BatchProgress } from '../batch/batch-progress.ts'
import { batchSheet } from '../batch/batch-sheet.ts'
import { BatchState } from '../batch/batch-state.ts'
import { listInputs, PHOTO_EXTENSIONS } from '../batch/list-inputs.ts'
import { runBatch } from '../batch/run-batch.ts'
import { shardOptionSchema } from '../batch/shard.ts'
import { defineCommand } from '../command.ts'
import { LazyEngine } from '../engine/lazy-engine.ts'
import { throwIfCancelled } from '../engine/with-engine.ts'
import { writeJson } from '../environment.ts'
import { EXIT_CODES } from '../exit-codes.ts'
import { PartialFailure } from '../failures.ts'
import { reportMakeupBatch } from '../makeup/report-makeup-batch.ts'
import { checkDistinct, namedPaths } from '../output/check-output.ts'
import { sha256 } from '../output/digest.ts'
import { roundMilliseconds, roundTimings } from '../output/timings-text.ts'
import { durationText } from '../output/units.ts'
import { BACKGROUND_OPTION, backgroundOptions, backgroundOptionSchema } from '../rendering/background-option.ts'
import { chosenKind, readerOf } from '../rendering/conditions/reader-table.ts'

const SHEET_FILE = 'contact-sheet.png'

/** `cocanvas batch`: every pair of a folder of layouts and a folder of photos. */
export const batchCommand = defineCommand({
  help: {
    name: 'batch',
    summary:
      'Makes every pair of a folder of layouts or portraits and a folder of exemplar photos, and a contact sheet.',
    usage: [
      'batch --layouts DIR --exemplars DIR --out DIR [OPTIONS]',
      'batch --photos DIR --exemplars DIR --out DIR [OPTIONS]',
    ],
    options: {
      layouts: {
        value: 'DIR',
        description: 'folder of layouts, in any form that render takes, or a list of them (.txt)',
      },
      photos: { value: 'DIR', description: 'in place of layouts: portraits that get the make-up of the exemplars' },
      exemplars: { value: 'DIR', required: true, description: 'folder of photos, or a list of them (.txt)' },
      out: { value: 'DIR', short: 'o', required: true, description: 'folder for the pictures, made if missing' },
      ...PACK_OPTION,
      condition: { value: 'KIND', description: 'labels, masks, edges or pose, for packs that take several kinds' },
      person: { value: 'N', description: 'for packs of people: which person of each pose, 1 unless given' },
      ...BACKGROUND_OPTION,
      'layout-photos': {
        value: 'DIR',
        description: 'for packs of edges: photos that the layouts were drawn from, named as they are',
      },
      'exemplar-layouts': {
        value: 'DIR',
        description: 'what the exemplars show, named as they are; otherwise the annotator labels them',
      },
      size: { value: 'SIZE', description: '256, 512 or WIDTHxHEIGHT; otherwise each layout’s proportions' },
      seed: { value: 'N', description: 'seed of the noise of packs that use it, 0 unless given' },
      shard: {
        value: 'PART/PARTS',
        description: 'make only this part of the pictures, such as 2/8; for several processes or machines at once',
      },
      captions: { description: 'write file names under the contact sheet’s inputs' },
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    notes: [
      `Pictures are named LAYOUT--EXEMPLAR.png; ${SHEET_FILE} shows them all.`,
      'A list names one file a line, from its own folder on; empty lines and lines that begin with # do not count.',
      'Where two pictures would have the same name, one gets a number; case is ignored, as some disks do.',
      'For packs of edges, sub-folders of --layouts are faces, each with its part masks; drawn lines are JSON, as poses are.',
      'Stop and start as you like: pictures whose inputs are unchanged are not made again.',
      'Shards may share one --out. They make no contact sheet: run the command without --shard when all are done.',
    ],
    examples: [
      'batch --layouts assets/layouts --exemplars assets/exemplars/landscape --out pictures --size 256',
      'batch --pack people --layouts assets/poses --exemplars assets/exemplars/people --out people --background kept',
    ],
  },
  values: engineValuesSchema.extend({
    pack: z.string().default(DEFAULT_PACK),
    condition: conditionKindSchema.optional(),
    layouts: z.string().optional(),
    person: wholeNumberSchema('person', 1, 1000).optional(),
    background: backgroundOptionSchema.optional(),
    layoutPhotos: z.string().optional(),
    exemplarLayouts: z.string().optional(),
    photos: z.string().optional(),
    exemplars: z.string(),
    out: z.string(),
    size: sizeOptionSchema.optional(),
    seed: wholeNumberSchema('seed', 0, 0xffffffff).default(0),
    shard: shardOptionSchema.optional(),
    captions: z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  async run(values, _operands, environment) {
    const { signal, stderr, now } = environment
    const started = now()
    const { layouts, photos } = values
    if (photos !== undefined && layouts === undefined) {
      await prepareOutput(values.out, { '--photos': photos, '--exemplars': values.exemplars })
      await reportMakeupBatch({ ...values, photos }, environment)
      return
    }
    if (layouts === undefined || photos !== undefined)
      throw new UsageError('batch takes --layouts DIR, or --photos DIR for make-up; give one of them.')
    const { manifest } = await findPack(environment.models.packFolders, values.pack)
    const kind = chosenKind(manifest, values.condition)
    const { extensions, folders } = readerOf(kind).listed
    const layoutFiles = await listInputs(layouts, extensions, folders)
    const exemplarFiles = await listInputs(values.exemplars, PHOTO_EXTENSIONS)
    const inputs = await batchInputs(manifest, kind, values)
    const options = backgroundOptions(values.background, manifest)
    await prepareOutput(values.out, { '--layouts': layouts, '--exemplars': values.exemplars })
    await checkWritable(join(values.out, SHEET_FILE))
    const pairs = batchPairs(layoutFiles, exemplarFiles, values.shard)
    const plan = await planBatch(manifest, inputs, options, pairs, values.out, values.size, signal, (message) => {
      stderr.write(`${message}\n`)
    })
    for (const { message } of plan.failures) stderr.write(`${message}\n`)

    const progress = new BatchProgress(stderr, plan.pairs.length, now)
    const engine = new LazyEngine(environment, values, (message) => {
      progress.say(message)
    })
    try {
      const { pictures, failures } = await runBatch(plan, {
        outFolder: values.out,
        state: await BatchState.open(values.out, values.shard),
        progress,
        seed: values.seed,
        keyOf: (layout, exemplar) => pairKey(manifest, layout, exemplar, values, options),
        engine: () => engine.get(),
        signal,
      })
      throwIfCancelled(signal)
      // A shard has not all the pictures, and two that finish at once would both write the sheet.
      const sheet =
        values.shard === undefined ? await batchSheet(plan, pictures, values.out, values.captions) : undefined
      throwIfCancelled(signal)
      if (sheet !== undefined) await writeFileAtomically(join(values.out, SHEET_FILE), sheet)
      progress.end()

      const milliseconds = now() - started
      const skipped = pictures.filter((picture) => picture.skipped).length
      const made = pictures.length - skipped
      const allFailures = [...plan.failures, ...failures]
      if (values.json) {
        writeJson(environment, {
          command: 'batch',
          out: values.out,
          ...(sheet === undefined ? {} : { contactSheet: { file: SHEET_FILE, sha256: sha256(sheet) } }),
          pack: { id: manifest.id, version: manifest.version },
          threads: values.threads,
          seed: values.seed,
          ...(values.shard === undefined ? {} : { shard: values.shard }),
          pictures: pictures.map((picture) => ({ ...picture, timings: roundTimings(picture.timings) })),
          failures: allFailures,
          milliseconds: roundMilliseconds(milliseconds),
        })
      } else {
        const reused = skipped === 0 ? '' : `, ${String(skipped)} finished earlier`
        environment.stdout.write(
          `${values.out}: ${String(made)} ${made === 1 ? 'picture' : 'pictures'} made${reused} in ${durationText(milliseconds)}\n`,
        )
      }
      if (allFailures.length > 0) {
        throw new PartialFailure(
          `${String(allFailures.length)} ${allFailures.length === 1 ? 'file' : 'files'} could not be used; see above and run the same command again once that is mended.`,
          EXIT_CODES.badInput,
        )
      }
    } finally {
      progress.end()
      await engine.dispose()
    }
  },
})

async function prepareOutput(out: string, inputs: Readonly<Record<string, string>>): Promise<void> {
  await makeFolder(out)
  // Pictures among the inputs would be taken for inputs by the next run.
  await checkDistinct(namedPaths({ '--out': out }), namedPaths(inputs))
}
