import type { ExecutionProvider } from '../../contract/execution-provider.ts'

/** Accelerators worth trying on each platform, most promising first; whatever is absent here is never tried by `auto`. */
const ACCELERATORS: Readonly<Partial<Record<NodeJS.Platform, readonly ExecutionProvider[]>>> = {
  win32: ['cuda', 'directml', 'webgpu'],
  darwin: ['coreml', 'webgpu'],
  linux: ['cuda', 'webgpu'],
}

/** Providers for a self-test: the CPU as the reference, then the platform's accelerators that this runtime has. */
export function testCandidates(
  platform: NodeJS.Platform,
  available: readonly ExecutionProvider[],
): readonly ExecutionProvider[] {
  const accelerators = ACCELERATORS[platform] ?? []
  return ['cpu', ...accelerators.filter((provider) => available.includes(provider))]
}

/** Every accelerator of the platform, for a report that also names those this runtime lacks. */
export function platformAccelerators(platform: NodeJS.Platform): readonly ExecutionProvider[] {
  return ACCELERATORS[platform] ?? []
}
