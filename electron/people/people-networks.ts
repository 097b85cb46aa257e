import type { NetworkPort } from '../contract/network-port.ts'

/** The small networks that read people; each is an annotator in models/annotators under the same id. */
export type PeopleNetwork = 'person-detector' | 'body-pose'

/**
 * Runs one of the networks. `input` is its only input, NHWC float32 with the value range of the annotator's card; the
 * answers are its outputs, flat, in the order of their names.
 */
export interface PeopleNetworks {
  run(network: PeopleNetwork, input: Float32Array): Promise<readonly Float32Array[]>
}

const SIDES: Readonly<Record<PeopleNetwork, number>> = { 'person-detector': 224, 'body-pose': 256 }

/** The networks of the installed annotators. */
export function peopleNetworks(port: NetworkPort): PeopleNetworks {
  return {
    async run(network, data) {
      const side = SIDES[network]
      const feeds = new Map([['input', { dtype: 'float32' as const, shape: [1, side, side, 3], data }]])
      return [...(await port.run(network, feeds))]
        .sort(([first], [second]) => (first < second ? -1 : 1))
        .map(([, { dtype, data: values }]) => (dtype === 'float32' ? values : new Float32Array()))
    },
  }
}
