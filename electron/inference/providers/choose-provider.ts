import { join } from 'node:path'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ExecutionProvider, SelfTestReport, SelfTestRow } from '../../contract/execution-provider.ts'
import type { HostConfiguration } from '../../contract/inference-protocol.ts'
import type { InstalledPack } from '../../packs/installed-pack.ts'
import { SessionPool } from '../session-pool.ts'
import { measureProvider, type MeasuringTools } from './measure-provider.ts'
import { ProviderMemory } from './provider-memory.ts'
import { platformAccelerators, testCandidates } from './provider-profiles.ts'
import { selfTest } from './provider-self-test.ts'

/** What a choice depends on. */
export interface ProviderSurroundings {
  readonly configuration: Pick<HostConfiguration, 'provider' | 'settingsFolder'>
  readonly platform: NodeJS.Platform
  readonly tools: MeasuringTools
  /** Shows one sentence when the wish cannot be granted. */
  readonly notify: (sentence: string) => void
}

/**
 * The provider to run with: the one wished for if this runtime has it, else the CPU with a sentence; for `auto` the
 * remembered choice, or that of a self-test now. The self-test is skipped where nothing but the CPU loads a graph: the
 * first picture on most machines would otherwise wait seconds for a comparison without rivals.
 */
export async function chooseProvider(
  surroundings: ProviderSurroundings,
  pack: InstalledPack,
): Promise<ExecutionProvider> {
  const { configuration, platform, tools, notify } = surroundings
  const { provider: wish } = configuration
  if (wish !== 'auto') {
    if (tools.runtime.providers.includes(wish)) return wish
    notify(`The ${wish} provider is not part of this installation, so pictures are made on the CPU.`)
    return 'cpu'
  }
  if (testCandidates(platform, tools.runtime.providers).length === 1) return 'cpu'
  const memory = await openMemory(surroundings, pack)
  if (memory.chosen !== undefined) return memory.chosen
  if (await anyAcceleratorLoads(memory, surroundings, pack)) return (await testWith(memory, surroundings, pack)).chosen
  await memory.choose('cpu')
  return 'cpu'
}

/** Whether some accelerator can load the pack's smallest graph, which those without a device or driver cannot. */
async function anyAcceleratorLoads(
  memory: ProviderMemory,
  { platform, tools }: ProviderSurroundings,
  pack: InstalledPack,
): Promise<boolean> {
  const [smallest] = pack.manifest.stages.toSorted((a, b) => a.bytes - b.bytes)
  const accelerators = testCandidates(platform, tools.runtime.providers).filter((provider) => provider !== 'cpu')
  for (const provider of accelerators) {
    if (smallest === undefined || memory.isFatal(provider)) continue
    await tools.checkpoint()
    await memory.beginTest(provider)
    const sessions = new SessionPool(tools.runtime, { provider, threads: tools.threads }, { kind: 'fail' })
    try {
      await sessions.load({ folder: pack.folder, graph: smallest })
      return true
    } catch (error) {
      if (!(error instanceof CocanvasError) || error.code === 'pack-broken') throw error
    } finally {
      await sessions.dispose()
    }
  }
  return false
}

/** Measures every provider of this platform anew and remembers the choice. */
export async function testProviders(surroundings: ProviderSurroundings, pack: InstalledPack): Promise<SelfTestReport> {
  return testWith(await openMemory(surroundings, pack), surroundings, pack)
}

async function testWith(
  memory: ProviderMemory,
  { platform, tools }: ProviderSurroundings,
  pack: InstalledPack,
): Promise<SelfTestReport> {
  const candidates = testCandidates(platform, tools.runtime.providers)
  const safe = candidates.filter((provider) => !memory.isFatal(provider))
  const report = await selfTest(pack.manifest.id, safe, async (provider) => {
    if (provider !== 'cpu') await memory.beginTest(provider)
    return measureProvider(provider, pack, tools)
  })
  await memory.choose(report.chosen)
  const untested = platformAccelerators(platform).filter((provider) => !safe.includes(provider))
  return { ...report, rows: [...report.rows, ...untested.map((provider) => untestedRow(provider, memory))] }
}

function untestedRow(provider: ExecutionProvider, memory: ProviderMemory): SelfTestRow {
  return memory.isFatal(provider)
    ? { provider, outcome: 'failed', message: `${provider} ended the process when it was tested, so it is left alone.` }
    : { provider, outcome: 'unavailable', message: `${provider} is not part of this installation.` }
}

function openMemory(
  { configuration, platform, tools }: ProviderSurroundings,
  { manifest }: InstalledPack,
): Promise<ProviderMemory> {
  const { settingsFolder } = configuration
  const path = settingsFolder === undefined ? undefined : join(settingsFolder, `provider-choice-${manifest.id}.json`)
  return ProviderMemory.open(path, `${tools.runtime.version} ${platform} ${manifest.id}@${manifest.version}`)
}
