import { describe, expect, it, vi } from 'vitest'
import { HOST_HEAP, keepsHeap } from '../../../../../electron/contract/host-heap.ts'
import { onnxSessionOptions } from '../../../../../electron/inference/runtime/onnx-session-options.ts'

const SETTINGS = { provider: 'cpu', threads: 2 } as const
const LARGE = 64 * 1024 ** 2

function startedWithHeap(): void {
  for (const [name, value] of Object.entries(HOST_HEAP)) vi.stubEnv(name, value)
}

describe('onnxSessionOptions', () => {
  // Catches large graphs that keep an arena each beside the heap: half a gigabyte for an official pack.
  it.runIf(process.platform === 'linux')('takes the memory of large graphs from a heap that is kept', () => {
    startedWithHeap()
    expect(onnxSessionOptions(SETTINGS, LARGE).enableCpuMemArena).toBe(false)
    expect(onnxSessionOptions(SETTINGS, 1024).enableCpuMemArena).toBe(true)
  })

  // Without such a heap every large tensor would be fetched from the system page by page, run after run.
  it('keeps the arena where the process was started otherwise', () => {
    expect(onnxSessionOptions(SETTINGS, LARGE).enableCpuMemArena).toBe(true)
  })
})

describe('keepsHeap', () => {
  it('is so on Linux with every setting in place', () => {
    expect(keepsHeap('linux', { ...HOST_HEAP, PATH: '/bin' })).toBe(true)
    expect(keepsHeap('darwin', HOST_HEAP)).toBe(false)
    expect(keepsHeap('linux', { ...HOST_HEAP, MALLOC_TRIM_THRESHOLD_: '1' })).toBe(false)
  })
})
