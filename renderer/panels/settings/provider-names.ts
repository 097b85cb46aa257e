import type { ExecutionProvider } from '../../../electron/contract/execution-provider.ts'

/** Products' own names, the same in every language. */
export const providerNames: Readonly<Record<ExecutionProvider, string>> = {
  cpu: 'CPU',
  cuda: 'CUDA',
  directml: 'DirectML',
  coreml: 'Core ML',
  webgpu: 'WebGPU',
}
