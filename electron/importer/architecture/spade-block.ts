import { convolutionShapes, spectralConvolutionShapes, type ShapeEntry } from './tensor-shapes.ts'

/** A SPADE residual block of either network (cocosnet.md section 2, SPADEResnetBlock). */
export interface SpadeBlock {
  /** Key prefix without the last dot, e.g. `adaptive_model_seg.head_0`. */
  readonly name: string
  readonly channelsIn: number
  readonly channelsOut: number
  /** Channels of the map that modulates the block. */
  readonly conditionChannels: number
  /** Hidden channels of its modulations. */
  readonly modulationChannels: number
}

/** Channels between conv_0 and conv_1. */
export function middleChannels(block: SpadeBlock): number {
  return Math.min(block.channelsIn, block.channelsOut)
}

/** Whether the shortcut is learned (norm_s, conv_s) rather than the identity. */
export function hasLearnedShortcut(block: SpadeBlock): boolean {
  return block.channelsIn !== block.channelsOut
}

/** Keys and shapes of one SPADE modulation of `channels` channels. */
function modulationShapes(name: string, channels: number, block: SpadeBlock): ShapeEntry[] {
  const hidden = block.modulationChannels
  const shared = { channelsIn: block.conditionChannels, channelsOut: hidden }
  const head = { channelsIn: hidden, channelsOut: channels, kernel: 3, bias: true }
  return [
    // Index 1: a reflection pad stands at index 0 of the authors' Sequential.
    ...convolutionShapes({ name: `${name}.mlp_shared.1`, ...shared, kernel: 3, bias: true }),
    ...convolutionShapes({ name: `${name}.mlp_gamma`, ...head }),
    ...convolutionShapes({ name: `${name}.mlp_beta`, ...head }),
  ]
}

/** Keys and shapes of the whole block. */
export function spadeBlockShapes(block: SpadeBlock): ShapeEntry[] {
  const { name, channelsIn, channelsOut } = block
  const middle = middleChannels(block)
  const learned = hasLearnedShortcut(block)
  const wide = { kernel: 3, bias: true }
  const shortcut = { name: `${name}.conv_s`, channelsIn, channelsOut, kernel: 1, bias: false }
  return [
    ...spectralConvolutionShapes({ name: `${name}.conv_0`, channelsIn, channelsOut: middle, ...wide }),
    ...spectralConvolutionShapes({ name: `${name}.conv_1`, channelsIn: middle, channelsOut, ...wide }),
    ...(learned ? spectralConvolutionShapes(shortcut) : []),
    ...modulationShapes(`${name}.norm_0`, channelsIn, block),
    ...modulationShapes(`${name}.norm_1`, middle, block),
    ...(learned ? modulationShapes(`${name}.norm_s`, channelsIn, block) : []),
  ]
}
