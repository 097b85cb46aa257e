import { generatorShapes, type GeneratorNetwork } from '../architecture/generator-network.ts'
import type { OfficialTask } from '../architecture/official-task.ts'
import { weightSize, type CandidateFile } from './candidate-file.ts'
import { requireEvenBase, requireFit } from './network-fit.ts'

const LAST_LAYER = 'conv_img.weight'
const FIRST_MODULATION = 'head_0.norm_0.mlp_shared.1.weight'

/** The warp's channels, which precede the condition's in netG's input. */
const WARP_CHANNELS = 3

/** Channels of the condition that netG was trained for. */
export function generatorTrainedChannels(file: CandidateFile): number {
  return weightSize(file, 'fc.weight', 1) - WARP_CHANNELS
}

/** netG with the widths that its shapes tell. @throws RecognitionError where any key or shape differs. */
export function recogniseGenerator(file: CandidateFile, task: OfficialTask): GeneratorNetwork {
  const base = weightSize(file, LAST_LAYER, 1)
  requireEvenBase(file, base, LAST_LAYER)
  const network = { task, widths: { base, modulation: weightSize(file, FIRST_MODULATION, 0) } }
  requireFit(file, task, generatorShapes(network))
  return network
}
