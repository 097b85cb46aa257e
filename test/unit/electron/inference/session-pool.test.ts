import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExecutionProvider } from '../../../../electron/contract/execution-provider.ts'
import { SessionPool, type GraphFile } from '../../../../electron/inference/session-pool.ts'
import { FAKE_GRAPHS, FAKE_MATCH, writeFakePack } from './fake-pack.ts'
import { FakeRuntime, filled } from './fake-runtime.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const feeds = new Map([
  ['layout_code', filled([1, 1], 0)],
  ['exemplar_code', filled([1, 1], 0.5)],
])

function poolOn(provider: ExecutionProvider): {
  runtime: FakeRuntime
  pool: SessionPool
  file: GraphFile
  notices: string[]
} {
  const folder = path.join(writeFakePack(temporaryFolder()), 'fake')
  const runtime = new FakeRuntime(FAKE_GRAPHS, ['cpu', 'webgpu'])
  const notices: string[] = []
  const notify = (sentence: string): void => void notices.push(sentence)
  const pool = new SessionPool(runtime, { provider, threads: 1 }, { kind: 'fall-back', notify })
  return { runtime, pool, file: { folder, graph: FAKE_MATCH }, notices }
}

describe('SessionPool', () => {
  it('loads a graph once, even for two who ask at the same time', async () => {
    const { runtime, pool, file } = poolOn('cpu')
    await Promise.all([pool.load(file), pool.run(file, feeds)])
    expect(runtime.log).toEqual(['load match on cpu', 'run match'])
  })

  // A remembered failure would make a mended pack unusable until a restart.
  it('forgets a failed load, so that a mended file works', async () => {
    const { runtime, pool, file } = poolOn('cpu')
    const onDisk = path.join(file.folder, file.graph.file)
    writeFileSync(onDisk, 'something else')
    await expect(pool.load(file)).rejects.toMatchObject({ code: 'pack-broken' })
    writeFileSync(onDisk, 'graph of match')
    await pool.load(file)
    expect(runtime.log).toEqual(['load match on cpu'])
  })

  it.each(['load', 'run'] as const)(
    'falls back to the CPU once when the provider cannot %s, and says so',
    async (when) => {
      const { runtime, pool, file, notices } = poolOn('webgpu')
      if (when === 'load') runtime.unloadable.add('webgpu')
      else runtime.unrunnable.add('webgpu')
      const outputs = await pool.run(file, feeds)
      expect(outputs.get('warp')?.data[0]).toBe(0.5)
      expect(pool.provider).toBe('cpu')
      expect(notices).toHaveLength(1)
      expect(notices[0]).toMatch(/^The webgpu provider failed \(.*\), so pictures are now made on the CPU\.$/)
      await pool.run(file, feeds)
      expect(notices).toHaveLength(1)
    },
  )

  it('tells what the driver said, not where in onnxruntime it was said', async () => {
    const { runtime, pool, file, notices } = poolOn('webgpu')
    runtime.beforeRun = () => {
      if (pool.provider === 'webgpu')
        throw new Error(
          '/onnxruntime_src/onnxruntime/core/providers/webgpu/webgpu_context.cc:136 onnxruntime::webgpu::WebGpuContext::Initialize(const onnxruntime::webgpu::WebGpuContextConfig&)::<lambda()> adapter_result.status == wgpu::RequestAdapterStatus::Success was false. Failed to get a WebGPU adapter: No supported adapters\n',
        )
    }
    await pool.run(file, feeds)
    expect(notices).toEqual([
      'The webgpu provider failed (Failed to get a WebGPU adapter: No supported adapters), so pictures are now made on the CPU.',
    ])
  })

  it('fails with a provider failure where there is nothing to fall back to', async () => {
    const { runtime, pool, file } = poolOn('cpu')
    runtime.unrunnable.add('cpu')
    await expect(pool.run(file, feeds)).rejects.toMatchObject({ code: 'provider-failed' })
  })

  // Inputs taken by another name would crash deep inside the runtime, or compute nonsense.
  it('refuses a graph whose inputs are not those of its manifest', async () => {
    const { pool, file } = poolOn('cpu')
    const [first, ...others] = file.graph.inputs
    const described = {
      ...file.graph,
      inputs: [{ ...first, name: 'renamed', dtype: 'float32' as const, shape: [1, 1] }, ...others],
    }
    await expect(pool.load({ ...file, graph: described })).rejects.toThrow(/its input renamed is missing/)
  })

  it('releases one graph, keeps the others, and loads it anew when it is wanted again', async () => {
    const { runtime, pool, file } = poolOn('cpu')
    await pool.run(file, feeds)
    await pool.release(file)
    await pool.release(file)
    await pool.run(file, feeds)
    expect(runtime.log).toEqual(['load match on cpu', 'run match', 'dispose match', 'load match on cpu', 'run match'])
  })

  it('releases every session', async () => {
    const { runtime, pool, file } = poolOn('cpu')
    await pool.load(file)
    await pool.dispose()
    expect(runtime.log.at(-1)).toBe('dispose match')
  })
})
