import type { InferenceSession } from 'onnxruntime-node'
import { executionProviderSchema, type ExecutionProvider } from '../../contract/execution-provider.ts'
import type { SessionSettings } from './inference-runtime.ts'

/** Our provider names to onnxruntime's. */
const ONNX_PROVIDER_NAMES: Readonly<Record<ExecutionProvider, string>> = {
  cpu: 'cpu',
  cuda: 'cuda',
  directml: 'dml',
  coreml: 'coreml',
  webgpu: 'webgpu',
}

/** onnxruntime's name of a provider back to ours; undefined for those we do not use (tensorrt, qnn, …). */
export function providerOfBackend(backend: string): ExecutionProvider | undefined {
  return executionProviderSchema.options.find((provider) => ONNX_PROVIDER_NAMES[provider] === backend)
}

/** Session options for steady latency and bounded memory. */
export function onnxSessionOptions({ provider, threads }: SessionSettings): InferenceSession.SessionOptions {
  return {
    executionProviders: [ONNX_PROVIDER_NAMES[provider]],
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // A pattern makes each graph keep a second block of its whole working memory (at 512×512 a host of 784 MB instead of
    // 533 MB) and saves no time that could be measured; DirectML forbids it anyway.
    enableMemPattern: false,
    logSeverityLevel: 3,
    extra: {
      session: {
        // Stages run one after another, each with its own threads: without this the last stage's threads keep
        // spinning on the cores that the next stage needs.
        force_spinning_stop: '1',
        // Random and trained weights both produce denormals that slow a convolution tenfold.
        set_denormal_as_zero: '1',
      },
    },
  }
}
