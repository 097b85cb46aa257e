import { access, constants } from 'node:fs/promises'
import { arch, availableParallelism, cpus, freemem, platform, totalmem } from 'node:os'
import { dirname } from 'node:path'
import type { ExecutionProvider, SelfTestReport } from '../../contract/execution-provider.ts'
import { neededAnnotators } from '../../contract/recipes/models/recipe-model-table.ts'
import type { EngineOptions } from '../engine/engine.ts'
import { withEngine } from '../engine/with-engine.ts'
import type { CliEnvironment } from '../environment.ts'
import { findAnnotator, verifyAnnotator } from '../../packs/installed-annotator.ts'
import { listPacks } from '../../packs/installed-pack.ts'
import type { ModelFolders } from '../../packs/pack-folders.ts'
import { CancelledError, describeFailure } from '../failures.ts'
import { checkPacks, type PackCheck } from '../packs/verify-packs-action.ts'

/** What the doctor found; also the `--json` answer. */
export interface DoctorReport {
  readonly node: { readonly version: string; readonly supported: boolean }
  readonly machine: {
    readonly platform: string
    readonly processor: string
    readonly cores: number
    readonly memoryBytes: number
    readonly freeMemoryBytes: number
  }
  /** Threads that commands use. */
  readonly threads: number
  readonly runtime: {
    readonly version?: string
    readonly availableProviders: readonly ExecutionProvider[]
    readonly selfTest?: SelfTestReport
    /** Why pictures cannot be made here. */
    readonly fault?: string
  }
  readonly packs: readonly PackCheck[]
  /** Those that read exemplars for the packs, and those that recipes need whatever the pack. */
  readonly annotators: readonly PackCheck[]
  readonly dataFolder: { readonly path: string; readonly writable: boolean }
}

/** Node releases before this lack what our build targets. */
const OLDEST_NODE = 20

/**
 * Looks at everything that has to work. Faults are findings; only cancelling rejects.
 *
 * @param testPack id of the pack that providers are tested with; the first whole one if undefined
 */
export async function examine(
  options: Omit<EngineOptions, 'onNotice'>,
  testPack: string | undefined,
  environment: CliEnvironment,
): Promise<DoctorReport> {
  const packs = await checkPacks(environment.models.packFolders, [])
  return {
    node: { version: process.versions.node, supported: Number(process.versions.node.split('.')[0]) >= OLDEST_NODE },
    machine: {
      platform: `${platform()} ${arch()}`,
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      freeMemoryBytes: freemem(),
    },
    threads: options.threads,
    runtime: await examineRuntime(options, testPack ?? packs.find(({ whole }) => whole)?.id, environment),
    packs,
    annotators: await checkAnnotators(environment.models),
    dataFolder: { path: environment.dataFolder, writable: await canWrite(environment.dataFolder) },
  }
}

/** Every annotator that some pack or recipe relies on. */
async function checkAnnotators({ packFolders, annotatorFolders }: ModelFolders): Promise<readonly PackCheck[]> {
  const { packs } = await listPacks(packFolders)
  const ids = new Set([...packs.flatMap(({ manifest }) => manifest.annotator ?? []), ...neededAnnotators()])
  return Promise.all(
    [...ids].map(async (id): Promise<PackCheck> => {
      try {
        await verifyAnnotator(await findAnnotator(annotatorFolders, id))
        return { id, whole: true }
      } catch (error) {
        return { id, whole: false, message: describeFailure(error).message }
      }
    }),
  )
}

async function examineRuntime(
  options: Omit<EngineOptions, 'onNotice'>,
  testPack: string | undefined,
  environment: CliEnvironment,
): Promise<DoctorReport['runtime']> {
  try {
    return await withEngine(
      environment,
      options,
      () => Promise.resolve(),
      async (engine) => {
        const facts = { version: engine.runtimeVersion, availableProviders: engine.availableProviders }
        if (testPack === undefined) return facts
        try {
          return { ...facts, selfTest: await engine.selfTest(testPack, { signal: environment.signal }) }
        } catch (error) {
          return { ...facts, fault: fault(error) }
        }
      },
    )
  } catch (error) {
    return { availableProviders: [], fault: fault(error) }
  }
}

function fault(error: unknown): string {
  if (error instanceof CancelledError) throw error
  return describeFailure(error).message
}

/** Whether the folder, or the nearest of its parents that exists, lets us write. */
async function canWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return missing && dirname(folder) !== folder ? canWrite(dirname(folder)) : false
  }
}
