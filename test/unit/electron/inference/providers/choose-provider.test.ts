import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExecutionProvider, ProviderPreference } from '../../../../../electron/contract/execution-provider.ts'
import { chooseProvider, testProviders } from '../../../../../electron/inference/providers/choose-provider.ts'
import type { ProviderSurroundings } from '../../../../../electron/inference/providers/choose-provider.ts'
import type { InstalledPack } from '../../../../../electron/packs/installed-pack.ts'
import { FAKE_GRAPHS, FAKE_MANIFEST, writeFakePack } from '../fake-pack.ts'
import { FakeRuntime } from '../fake-runtime.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

/** A machine whose webgpu takes a tenth of the CPU's time: the clock is set forward by every load and run. */
class Machine {
  readonly notices: string[] = []
  readonly runtime: FakeRuntime
  readonly pack: InstalledPack
  readonly settingsFolder: string
  readonly surroundings: ProviderSurroundings

  constructor(wish: ProviderPreference, providers: readonly ExecutionProvider[], settingsFolder = temporaryFolder()) {
    this.settingsFolder = settingsFolder
    this.runtime = new FakeRuntime(FAKE_GRAPHS, providers)
    this.pack = { folder: path.join(writeFakePack(temporaryFolder()), 'fake'), manifest: FAKE_MANIFEST }
    let clock = 0
    this.runtime.beforeRun = () => {
      clock += this.runtime.log.findLast((line) => line.startsWith('load'))?.endsWith('cpu') === true ? 10 : 1
    }
    this.surroundings = {
      configuration: { provider: wish, settingsFolder },
      platform: 'linux',
      notify: (sentence) => this.notices.push(sentence),
      tools: { runtime: this.runtime, threads: 1, now: () => clock, checkpoint: () => Promise.resolve() },
    }
  }

  choose(): Promise<ExecutionProvider> {
    return chooseProvider(this.surroundings, this.pack)
  }
}

describe('chooseProvider', () => {
  it('measures once and remembers, so that only the first start pays', async () => {
    const first = new Machine('auto', ['cpu', 'webgpu'])
    expect(await first.choose()).toBe('webgpu')
    const second = new Machine('auto', ['cpu', 'webgpu'], first.settingsFolder)
    expect(await second.choose()).toBe('webgpu')
    expect(second.runtime.log).toEqual([])
  })

  it('measures nothing where there is only the CPU', async () => {
    const machine = new Machine('auto', ['cpu'])
    expect(await machine.choose()).toBe('cpu')
    expect(machine.runtime.log).toEqual([])
  })

  // Most machines have no GPU: their first picture must not wait for a comparison that has no rival.
  it('measures nothing where no accelerator loads a graph, and remembers that', async () => {
    const machine = new Machine('auto', ['cpu', 'webgpu'])
    machine.runtime.unloadable.add('webgpu')
    expect(await machine.choose()).toBe('cpu')
    expect(machine.runtime.log).toEqual([])
    const next = new Machine('auto', ['cpu', 'webgpu'], machine.settingsFolder)
    expect(await next.choose()).toBe('cpu')
    expect(next.runtime.log).toEqual([])
  })

  it('takes a wish that can be granted and answers another with the CPU and a sentence', async () => {
    expect(await new Machine('webgpu', ['cpu', 'webgpu']).choose()).toBe('webgpu')
    const machine = new Machine('cuda', ['cpu', 'webgpu'])
    expect(await machine.choose()).toBe('cpu')
    expect(machine.notices).toEqual([
      'The cuda provider is not part of this installation, so pictures are made on the CPU.',
    ])
  })

  // A driver that takes the process down would do so at every start, and the app could never be used again.
  it('leaves alone a provider in whose test the process died', async () => {
    const dying = new Machine('auto', ['cpu', 'webgpu'])
    const memoryFile = path.join(dying.settingsFolder, 'provider-choice-fake.json')
    let duringTest = ''
    dying.runtime.beforeRun = () => {
      if (dying.runtime.log.some((line) => line.endsWith('webgpu'))) duringTest ||= readFileSync(memoryFile, 'utf8')
    }
    await dying.choose()
    writeFileSync(memoryFile, duringTest)
    const next = new Machine('auto', ['cpu', 'webgpu'], dying.settingsFolder)
    expect(await next.choose()).toBe('cpu')
    expect(next.runtime.log.filter((line) => line.endsWith('webgpu'))).toEqual([])
    const report = await testProviders(next.surroundings, next.pack)
    expect(report.rows.find(({ provider }) => provider === 'webgpu')?.message).toMatch(/left alone/)
  })

  it('measures anew when the memory is damaged', async () => {
    const machine = new Machine('auto', ['cpu', 'webgpu'])
    writeFileSync(path.join(machine.settingsFolder, 'provider-choice-fake.json'), '{"half":')
    expect(await machine.choose()).toBe('webgpu')
  })
})
