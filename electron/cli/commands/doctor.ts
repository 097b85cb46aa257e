import { z } from 'zod'
import { ENGINE_OPTIONS, engineValuesSchema, JSON_OPTION } from '../arguments/shared-options.ts'
import { defineCommand } from '../command.ts'
import { examine } from '../doctor/examine.ts'
import { reportText } from '../doctor/report-text.ts'
import { writeJson } from '../environment.ts'
import { EXIT_CODES } from '../exit-codes.ts'
import { PartialFailure } from '../failures.ts'

/** `cocanvas doctor`: whether this installation can work, and if not, why. */
export const doctorCommand = defineCommand({
  help: {
    name: 'doctor',
    summary: 'Checks Node, the inference runtime, every execution provider, the packs, the annotators and the memory.',
    usage: ['doctor [OPTIONS]'],
    options: {
      pack: { value: 'ID', description: 'pack to test the providers with; the first that is whole unless given' },
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    notes: ['Providers are tested by making one small picture each and comparing it with the CPU’s.'],
    examples: ['doctor', 'doctor --json'],
  },
  values: engineValuesSchema.extend({ pack: z.string().optional(), json: z.boolean().default(false) }),
  async run({ json, pack, provider, threads }, _operands, environment) {
    const report = await examine({ provider, threads }, pack, environment)
    if (json) writeJson(environment, { command: 'doctor', ...report })
    else environment.stdout.write(reportText(report))
    if (report.packs.length === 0 || report.packs.some(({ whole }) => !whole)) {
      throw new PartialFailure('Some packs are missing or broken; install them again.', EXIT_CODES.packFailure)
    }
    if (report.annotators.some(({ whole }) => !whole)) {
      throw new PartialFailure(
        'Some annotators are missing or broken: make-up may fail and exemplars need --exemplar-layout until you install Cocanvas again.',
        EXIT_CODES.packFailure,
      )
    }
    if (report.runtime.fault !== undefined) throw new PartialFailure(report.runtime.fault, EXIT_CODES.providerFailure)
  },
})
