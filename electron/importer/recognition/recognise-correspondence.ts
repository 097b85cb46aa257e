import { correspondenceShapes, type CorrespondenceNetwork } from '../architecture/correspondence-network.ts'
import type { OfficialTask } from '../architecture/official-task.ts'
import { weightSize, type CandidateFile } from './candidate-file.ts'
import { requireEvenBase, requireFit } from './network-fit.ts'

const FIRST_LAYER = 'adaptive_model_seg.layer1.0.weight_orig'
const FIRST_MODULATION = 'adaptive_model_seg.head_0.norm_0.mlp_shared.1.weight'

/** Left in the file by a training option that plays no part in inference. */
const TRAINING_ONLY = 'domain_classifier.'

/** Channels of the condition that netCorr was trained for. */
export function correspondenceConditionChannels(file: CandidateFile): number {
  return weightSize(file, FIRST_LAYER, 1)
}

/** netCorr with the widths that its shapes tell. @throws RecognitionError where any key or shape differs. */
export function recogniseCorrespondence(file: CandidateFile, task: OfficialTask): CorrespondenceNetwork {
  const base = weightSize(file, FIRST_LAYER, 0)
  requireEvenBase(file, base, FIRST_LAYER)
  const modulation = weightSize(file, FIRST_MODULATION, 0)
  const network = { task, widths: { base, modulation, matching: weightSize(file, 'theta.weight', 0) } }
  const used = new Map([...file.shapes].filter(([key]) => !key.startsWith(TRAINING_ONLY)))
  requireFit({ ...file, shapes: used }, task, correspondenceShapes(network))
  return network
}
