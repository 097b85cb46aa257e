import type { NetworkWidths } from './network-widths.ts'
import { spadeBlockShapes, type SpadeBlock } from './spade-block.ts'
import { spectralConvolutionShapes, type Convolution, type ShapeEntry } from './tensor-shapes.ts'

/** One of netCorr's two domain adaptors: `adaptive_model_seg` or `adaptive_model_img`. */
export interface Adaptor {
  readonly name: string
  /** Channels of its input, which also modulates its SPADE blocks. */
  readonly channelsIn: number
  readonly stridedKernel: 3 | 4
  readonly widths: NetworkWidths
}

/** A convolution of the adaptor's stem: zero padding 1, spectral norm, no bias. */
export interface AdaptorLayer extends Convolution {
  readonly stride: 1 | 2
}

/** The five stem layers in order (`layer1.0` … `layer5.0`), each followed by InstanceNorm. */
export function adaptorLayers(adaptor: Adaptor): readonly AdaptorLayer[] {
  const { base } = adaptor.widths
  const plan = [
    [adaptor.channelsIn, base, 3, 1],
    [base, 2 * base, adaptor.stridedKernel, 2],
    [2 * base, 4 * base, 3, 1],
    [4 * base, 8 * base, adaptor.stridedKernel, 2],
    [8 * base, 8 * base, 3, 1],
  ] as const
  return plan.map(([channelsIn, channelsOut, kernel, stride], index) => ({
    name: `${adaptor.name}.layer${String(index + 1)}.0`,
    channelsIn,
    channelsOut,
    kernel,
    stride,
    bias: false,
  }))
}

/** The three SPADE blocks after the stem, in order. The last one's output has 4·base channels. */
export function adaptorBlocks(adaptor: Adaptor): readonly SpadeBlock[] {
  const { base, modulation } = adaptor.widths
  const shared = { conditionChannels: adaptor.channelsIn, modulationChannels: modulation }
  const plan = [
    ['head_0', 8 * base, 8 * base],
    ['G_middle_0', 8 * base, 8 * base],
    ['G_middle_1', 8 * base, 4 * base],
  ] as const
  return plan.map(([block, channelsIn, channelsOut]) => ({
    name: `${adaptor.name}.${block}`,
    channelsIn,
    channelsOut,
    ...shared,
  }))
}

export function adaptorShapes(adaptor: Adaptor): ShapeEntry[] {
  return [
    ...adaptorLayers(adaptor).flatMap(spectralConvolutionShapes),
    ...adaptorBlocks(adaptor).flatMap(spadeBlockShapes),
  ]
}
