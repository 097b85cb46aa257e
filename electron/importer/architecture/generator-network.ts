import type { NetworkWidths } from './network-widths.ts'
import type { OfficialTask } from './official-task.ts'
import { spadeBlockShapes, type SpadeBlock } from './spade-block.ts'
import {
  convolutionShapes,
  spectralConvolutionShapes,
  type Convolution,
  type ShapeEntry,
  type ShapeTable,
} from './tensor-shapes.ts'

/** netG: `<epoch>_net_G.pth`. Its `base` may differ from netCorr's. */
export interface GeneratorNetwork {
  readonly task: OfficialTask
  readonly widths: NetworkWidths
}

/** Channels of c = [warp, condition], which seeds the generator and modulates every block. */
export function generatorConditionChannels({ task }: GeneratorNetwork): number {
  return 3 + task.conditionChannels
}

/** `fc`: 3×3 convolution of c at 8×8 to 16·base channels. */
export function seedConvolution(network: GeneratorNetwork): Convolution {
  const channelsIn = generatorConditionChannels(network)
  return { name: 'fc', channelsIn, channelsOut: 16 * network.widths.base, kernel: 3, bias: true }
}

/** head_0, G_middle_0, G_middle_1, up_0 … up_3, in order; attention stands between up_1 and up_2. */
export function generatorBlocks(network: GeneratorNetwork): readonly SpadeBlock[] {
  const { base, modulation } = network.widths
  const conditionChannels = generatorConditionChannels(network)
  const plan = [
    ['head_0', 16, 16],
    ['G_middle_0', 16, 16],
    ['G_middle_1', 16, 16],
    ['up_0', 16, 8],
    ['up_1', 8, 4],
    ['up_2', 4, 2],
    ['up_3', 2, 1],
  ] as const
  return plan.map(([name, factorIn, factorOut]) => ({
    name,
    channelsIn: factorIn * base,
    channelsOut: factorOut * base,
    conditionChannels,
    modulationChannels: modulation,
  }))
}

/** The self-attention's 1×1 convolutions (spectral norm, no bias) on C = 4·base channels. */
export function attentionConvolutions({ widths }: GeneratorNetwork): readonly Convolution[] {
  const channels = 4 * widths.base
  const plan = [
    ['theta', channels, channels / 8],
    ['phi', channels, channels / 8],
    ['g', channels, channels / 2],
    ['o', channels / 2, channels],
  ] as const
  return plan.map(([name, channelsIn, channelsOut]) => ({
    name: `attn.${name}`,
    channelsIn,
    channelsOut,
    kernel: 1,
    bias: false,
  }))
}

/** `conv_img`: 3×3 convolution to RGB. */
export function pictureConvolution({ widths }: GeneratorNetwork): Convolution {
  return { name: 'conv_img', channelsIn: widths.base, channelsOut: 3, kernel: 3, bias: true }
}

/** Every key and shape of netG's state dict. */
export function generatorShapes(network: GeneratorNetwork): ShapeTable {
  const blocks = generatorBlocks(network)
  const attention: ShapeEntry[] = [
    ['attn.gamma', []],
    ...attentionConvolutions(network).flatMap(spectralConvolutionShapes),
  ]
  const beforeAttention = blocks.filter((block) => block.channelsIn > 4 * network.widths.base)
  const afterAttention = blocks.filter((block) => block.channelsIn <= 4 * network.widths.base)
  return new Map([
    ...convolutionShapes(seedConvolution(network)),
    ...beforeAttention.flatMap(spadeBlockShapes),
    ...attention,
    ...afterAttention.flatMap(spadeBlockShapes),
    ...convolutionShapes(pictureConvolution(network)),
  ])
}
