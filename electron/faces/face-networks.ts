/** The small networks that read faces; each is an annotator in models/annotators under the same id. */
export type FaceNetwork = 'face-detector' | 'face-mesh' | 'face-iris' | 'hair'

/**
 * Runs one of the networks. `input` is its only input, NHWC float32 with the value range of the annotator's card; the
 * answers are its outputs, flat, in the manifest's order.
 */
export interface FaceNetworks {
  run(network: FaceNetwork, input: Float32Array): Promise<readonly Float32Array[]>
}
