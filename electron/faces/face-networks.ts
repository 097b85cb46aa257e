import type { NetworkPort } from '../contract/network-port.ts'

/** The small networks that read faces; each is an annotator in models/annotators under the same id. */
export type FaceNetwork = 'face-detector' | 'face-mesh' | 'face-iris' | 'hair' | 'face-parts'

/**
 * Runs one of the networks. `input` is its only input, NHWC float32 with the value range of the annotator's card; the
 * answers are its outputs, flat, in the order of their names.
 */
export interface FaceNetworks {
  run(network: FaceNetwork, input: Float32Array): Promise<readonly Float32Array[]>
}

const SHAPES: Readonly<Record<FaceNetwork, readonly number[]>> = {
  'face-detector': [1, 128, 128, 3],
  'face-mesh': [1, 192, 192, 3],
  'face-iris': [1, 64, 64, 3],
  hair: [1, 512, 512, 4],
  'face-parts': [1, 256, 256, 3],
}

/** The networks of the installed annotators. */
export function faceNetworks(port: NetworkPort): FaceNetworks {
  return {
    async run(network, data) {
      const results = await port.run(network, new Map([['input', { dtype: 'float32', shape: SHAPES[network], data }]]))
      return [...results]
        .sort(([first], [second]) => (first < second ? -1 : 1))
        .map(([, { dtype, data: values }]) => (dtype === 'float32' ? values : new Float32Array()))
    },
  }
}
