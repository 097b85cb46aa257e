import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { CocanvasError } from '../../contract/error-codes.ts'
import { fileFailureCode, fileFailureReason, isFileFailure } from '../../images/file-failure.ts'
import type { ConversionProgress } from '../../importer/conversion/conversion-progress.ts'
import { convertPair, type ConvertedPack } from '../../importer/conversion/convert-pair.ts'
import { OFFICIAL_VARIANTS } from '../../importer/architecture/official-variant.ts'
import { userPackFolder } from '../../packs/pack-folders.ts'
import { JSON_OPTION } from '../arguments/shared-options.ts'
import { defineCommand } from '../command.ts'
import { throwIfCancelled } from '../engine/with-engine.ts'
import { writeJson, type CliEnvironment } from '../environment.ts'
import { StatusLine } from '../output/status-line.ts'
import { bytesText } from '../output/units.ts'

const VARIANTS = OFFICIAL_VARIANTS.map(({ id }) => id)

const valuesSchema = z.object({
  corr: z.string(),
  gen: z.string(),
  variant: z.enum(VARIANTS, { error: `--variant must be one of ${VARIANTS.join(', ')}.` }).optional(),
  task: z.enum(VARIANTS, { error: `--task must be one of ${VARIANTS.join(', ')}.` }).optional(),
  precision: z.enum(['fp16', 'fp32', 'int8'], { error: '--precision must be fp16, fp32 or int8.' }).default('fp16'),
  out: z.string().optional(),
  acceptLicence: z.boolean().default(false),
  json: z.boolean().default(false),
})

/** `cocanvas import`: the authors' checkpoint pair becomes a pack. */
export const importCommand = defineCommand({
  help: {
    name: 'import',
    summary: 'Turns a pair of official CoCosNet checkpoints into a pack, without Python.',
    usage: ['import --corr EPOCH_net_Corr.pth --gen EPOCH_net_G.pth --accept-licence [OPTIONS]'],
    options: {
      corr: { value: 'FILE', required: true, description: 'checkpoint of the correspondence network (net_Corr.pth)' },
      gen: { value: 'FILE', required: true, description: 'checkpoint of the generator (net_G.pth)' },
      variant: { value: 'VARIANT', description: `${VARIANTS.join(', ')}; recognised unless given` },
      task: { value: 'VARIANT', description: 'the same, as the option was called before' },
      precision: {
        value: 'P',
        description: 'fp16 (half the size, the default), fp32, or int8 (faster, a little less exact)',
      },
      out: { value: 'DIR', description: 'folder of the new pack, named like its id; otherwise among your own packs' },
      'accept-licence': { description: 'you have read the terms of the checkpoint and keep to them' },
      ...JSON_OPTION,
    },
    notes: [
      'ade20k-noise cannot be told from ade20k: name it with --variant if yours was trained with noise_for_mask.',
      'Without --accept-licence the terms are shown and nothing is written.',
      'The pack is compared with the whole network on fixed inputs before it appears; this takes a minute or two',
      'and about 2 GB of memory. Ctrl-C stops at any time and leaves nothing behind.',
      'Nothing in a checkpoint is ever executed; both formats of torch.save are read.',
      'docs/official-checkpoints.md leads from the download to the first picture.',
    ],
    examples: [
      'import --corr 90_net_Corr.pth --gen 90_net_G.pth --accept-licence',
      'import --corr Corr.pth --gen G.pth --variant ade20k-noise --precision fp32 --accept-licence',
      'import --corr Corr.pth --gen G.pth --out ~/packs/faces --accept-licence',
    ],
  },
  values: valuesSchema,
  async run(values, _operands, environment) {
    const started = environment.now()
    const status = new StatusLine(environment.stderr)
    const { folder, manifest, alternatives } = await importPair(values, environment, status).finally(() => {
      status.clear()
    })
    for (const variant of alternatives) environment.stderr.write(`${alternativeText(variant)}\n`)
    const bytes = manifest.stages.reduce((sum, stage) => sum + stage.bytes, 0)
    const milliseconds = Math.round(environment.now() - started)
    if (values.json) {
      const { id, version, conditions, metrics, selfTestDigest, provenance } = manifest
      const { sources } = provenance
      writeJson(environment, {
        command: 'import',
        pack: { id, version, conditions: conditions.map(({ kind }) => kind) },
        folder,
        bytes,
        sources,
        selfTestDigest,
        metrics,
        milliseconds,
      })
      return
    }
    environment.stdout.write(`${folder}: ${manifest.title}, ${bytesText(bytes)}, self-test passed.\n`)
    if (dirname(folder) === resolve(userPackFolder(environment.dataFolder)))
      environment.stdout.write(`Use it with --pack ${basename(folder)}.\n`)
  },
})

async function importPair(
  values: z.infer<typeof valuesSchema>,
  environment: CliEnvironment,
  status: StatusLine,
): Promise<ConvertedPack> {
  const { signal, stderr, dataFolder } = environment
  const packs = userPackFolder(dataFolder)
  let target = packs
  try {
    return await convertPair(
      {
        correspondence: values.corr,
        generator: values.gen,
        variant: values.variant ?? values.task,
        precision: values.precision,
        folder: (variant) => {
          target = values.out ?? join(packs, `cocosnet-${variant}`)
          return target
        },
        confirmLicence: (notice) => {
          if (!values.acceptLicence) stderr.write(`${notice}\n`)
          return Promise.resolve(values.acceptLicence)
        },
      },
      {
        run: environment.runGraph,
        signal,
        report: (progress) => {
          status.show(progressText(progress))
        },
      },
    )
  } catch (error) {
    throwIfCancelled(signal)
    const code = fileFailureCode(error)
    if (code === undefined || !isFileFailure(code)) throw error
    const sentence = `The pack cannot be written to ${target}: ${fileFailureReason(error)}.`
    throw new CocanvasError('bad-request', sentence, { cause: error })
  }
}

function alternativeText(variant: string): string {
  return `These files could be ${variant} too; if yours were trained that way, import them again with --variant ${variant}.`
}

function progressText({ step, part, done, total }: ConversionProgress): string {
  const amount = step === 'testing the pack' ? `${done} of ${total} runs` : `${bytesText(done)} of ${bytesText(total)}`
  return `${step}: ${part}, ${amount}`
}
