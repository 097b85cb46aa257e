/** A tensor given to or returned by a graph, row-major. */
export type GraphTensor =
  | { readonly dtype: 'float32'; readonly shape: readonly number[]; readonly data: Float32Array }
  | { readonly dtype: 'int32'; readonly shape: readonly number[]; readonly data: Int32Array }
  | { readonly dtype: 'int64'; readonly shape: readonly number[]; readonly data: BigInt64Array }

export type GraphTensors = ReadonlyMap<string, GraphTensor>

/**
 * Runs one graph file once and lets it go. The caller of the importer brings onnxruntime.
 * Rejects with the signal's reason when cancelled.
 */
export type RunGraph = (file: string, feeds: GraphTensors, signal: AbortSignal) => Promise<GraphTensors>
