import type { InferenceSession } from 'onnxruntime-node'
import { keepsHeap } from '../../contract/host-heap.ts'
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

/** From this size on, a graph's working memory is better taken from the heap that all graphs share. */
const LARGE_GRAPH_BYTES = 32 * 1024 ** 2

/**
 * Session options for steady latency and bounded memory.
 *
 * @param graphBytes length of the graph's file
 */
export function onnxSessionOptions(
  { provider, threads }: SessionSettings,
  graphBytes: number,
): InferenceSession.SessionOptions {
  return {
    executionProviders: [ONNX_PROVIDER_NAMES[provider]],
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // A pattern makes each graph keep a second block of its whole working memory (at 512×512 a host of 784 MB instead of
    // 533 MB) and saves no time that could be measured; DirectML forbids it anyway.
    enableMemPattern: false,
    // The arena of a graph keeps all that the graph once needed: hundreds of megabytes for a large one.
    enableCpuMemArena: graphBytes < LARGE_GRAPH_BYTES || !keepsHeap(process.platform, process.env),
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
