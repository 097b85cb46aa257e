import { throwIfCancelled } from '../engine/with-engine.ts'
import { writeJson, type CliEnvironment } from '../environment.ts'
import { EXIT_CODES } from '../exit-codes.ts'
import { PartialFailure } from '../failures.ts'
import { sha256 } from '../output/digest.ts'
import { roundMilliseconds } from '../output/timings-text.ts'
import { durationText } from '../output/units.ts'
import { runMakeupBatch, type MakeupBatchValues } from './makeup-batch.ts'

/** Runs a batch of make-up and tells what came of it. @throws PartialFailure when some photos could not be used */
export async function reportMakeupBatch(
  values: MakeupBatchValues & { readonly json: boolean },
  environment: CliEnvironment,
): Promise<void> {
  const started = environment.now()
  const { pictures, failures, sheet } = await runMakeupBatch(values, environment)
  throwIfCancelled(environment.signal)
  const milliseconds = environment.now() - started
  const skipped = pictures.filter((picture) => picture.skipped).length
  const made = pictures.length - skipped
  if (values.json) {
    writeJson(environment, {
      command: 'batch',
      recipe: 'make-up',
      out: values.out,
      ...(sheet === undefined ? {} : { contactSheet: { file: 'contact-sheet.png', sha256: sha256(sheet) } }),
      ...(values.shard === undefined ? {} : { shard: values.shard }),
      pictures,
      failures,
      milliseconds: roundMilliseconds(milliseconds),
    })
  } else {
    const reused = skipped === 0 ? '' : `, ${String(skipped)} finished earlier`
    environment.stdout.write(
      `${values.out}: ${String(made)} ${made === 1 ? 'photo' : 'photos'} made up${reused} in ${durationText(milliseconds)}\n`,
    )
  }
  if (failures.length > 0)
    throw new PartialFailure(
      `${String(failures.length)} ${failures.length === 1 ? 'pair' : 'pairs'} could not be made; see above and run the same command again once that is mended.`,
      EXIT_CODES.badInput,
    )
}
