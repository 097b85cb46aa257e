import { adaptorShapes, type Adaptor } from './adaptor.ts'
import type { CorrespondenceWidths } from './network-widths.ts'
import type { OfficialTask } from './official-task.ts'
import { convolutionShapes, type ShapeEntry, type ShapeTable } from './tensor-shapes.ts'

/** netCorr: `<epoch>_net_Corr.pth`. */
export interface CorrespondenceNetwork {
  readonly task: OfficialTask
  readonly widths: CorrespondenceWidths
}

/** Prefix indices of the shared residual blocks: `layer.0` … `layer.3`. */
export const RESIDUAL_BLOCKS: readonly number[] = [0, 1, 2, 3]

/** The adaptor of the condition (F_A→S). */
export function conditionAdaptor({ task, widths }: CorrespondenceNetwork): Adaptor {
  const { conditionChannels: channelsIn, stridedKernel } = task
  return { name: 'adaptive_model_seg', channelsIn, stridedKernel, widths }
}

/** The adaptor of the exemplar photo (F_B→S). */
export function exemplarAdaptor({ task, widths }: CorrespondenceNetwork): Adaptor {
  return { name: 'adaptive_model_img', channelsIn: 3, stridedKernel: task.stridedKernel, widths }
}

/** Channels of the features that pass through the residual blocks (with maskmix, the condition's too). */
export function featureChannels({ task, widths }: CorrespondenceNetwork): number {
  return 4 * widths.base + (task.maskmix ? task.conditionChannels : 0)
}

function residualBlockShapes(name: string, channels: number): ShapeEntry[] {
  const plan = { channelsIn: channels, channelsOut: channels, kernel: 3, bias: true }
  return [
    ...convolutionShapes({ name: `${name}.conv1`, ...plan }),
    [`${name}.prelu.weight`, [1]],
    ...convolutionShapes({ name: `${name}.conv2`, ...plan }),
  ]
}

/** Every key and shape of netCorr's state dict. */
export function correspondenceShapes(network: CorrespondenceNetwork): ShapeTable {
  const channels = featureChannels(network)
  const projection = {
    channelsIn: channels,
    channelsOut: network.widths.matching,
    kernel: 1,
    bias: true,
  }
  return new Map([
    ...adaptorShapes(conditionAdaptor(network)),
    ...adaptorShapes(exemplarAdaptor(network)),
    ...RESIDUAL_BLOCKS.flatMap((index) => residualBlockShapes(`layer.${String(index)}`, channels)),
    ...convolutionShapes({ name: 'phi', ...projection }),
    ...convolutionShapes({ name: 'theta', ...projection }),
  ])
}
