import type { CorrespondenceWidths, NetworkWidths } from '../../architecture/network-widths.ts'
import type { OfficialVariant } from '../../architecture/official-variant.ts'
import type { Precision } from '../graph-builder.ts'
import type { TensorSource } from '../weights/weight.ts'

/** The two networks of a checkpoint pair, as the graph builders take them. */
export interface OfficialNetworks {
  readonly variant: OfficialVariant
  /** Of netCorr. */
  readonly widths: CorrespondenceWidths
  /** Of netG. */
  readonly generatorWidths: NetworkWidths
  /** Tensors of `<epoch>_net_Corr.pth`. */
  readonly correspondence: TensorSource
  /** Tensors of `<epoch>_net_G.pth`. */
  readonly generator: TensorSource
  readonly precision: Precision
}
