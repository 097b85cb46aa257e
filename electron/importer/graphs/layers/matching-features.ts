import { RESIDUAL_BLOCKS } from '../../architecture/correspondence-network.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { convolution } from '../operators/convolution.ts'
import { concatenate, side, zeros } from '../operators/shaping.ts'
import type { OfficialNetworks } from '../stages/official-networks.ts'
import { storedWeight } from '../weights/weight.ts'
import { alignedChannels, widenedWeight } from '../weights/widened-weight.ts'
import { GRID_SIDE } from './matching-grid.ts'
import { residualBlock } from './residual-block.ts'

/**
 * What is compared of condition and exemplar: an adaptor's features [1,C,64,64], with maskmix beside the condition's
 * channels, through the shared residual blocks and a 1×1 projection → [1,matching,64,64].
 */
export function matchingFeatures(
  graph: GraphBuilder,
  features: Value,
  mixture: Value | undefined,
  projection: 'theta' | 'phi',
  { widths, correspondence: source }: OfficialNetworks,
): Value {
  const parts = mixture === undefined ? [features] : [features, mixture]
  const channels = parts.reduce((sum, part) => sum + side(part, 1), 0)
  const missing = alignedChannels(channels) - channels
  if (missing > 0) parts.push(zeros(graph, [1, missing, GRID_SIDE, GRID_SIDE]))
  let mixed = parts.length === 1 ? features : concatenate(graph, parts, 1)
  for (const index of RESIDUAL_BLOCKS) mixed = residualBlock(graph, mixed, `layer.${String(index)}`, channels, source)
  const filters = storedWeight(source, `${projection}.weight`, [widths.matching, channels, 1, 1])
  const bias = graph.weight(storedWeight(source, `${projection}.bias`, [widths.matching]))
  return convolution(graph, mixed, graph.weight(widenedWeight(filters, widths.matching, channels + missing)), bias)
}
