import type { SpadeBlock } from '../../architecture/spade-block.ts'
import type { ModulatingMap } from '../conditions/modulating-map.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add, multiply, rectify } from '../operators/arithmetic.ts'
import { convolution } from '../operators/convolution.ts'
import { composedWeight } from '../weights/composed-weight.ts'
import { mappedWeight, storedWeight, type TensorSource, type Weight } from '../weights/weight.ts'

/** One SPADE normalisation of a block. */
export interface Modulation {
  /** `norm_0`, `norm_1` or `norm_s`. */
  readonly name: string
  readonly channels: number
  readonly block: SpadeBlock
  readonly source: TensorSource
}

/** Filters [channels,hidden,3,3] and bias [channels] of γ or β. */
interface Head {
  readonly weight: Weight
  readonly bias: Weight
}

/** PONO(x)·(1+γ)+β with γ, β from `map`. The 1 of 1+γ is folded into γ's bias. */
export function modulate(graph: GraphBuilder, normalised: Value, map: ModulatingMap, modulation: Modulation): Value {
  const hidden = hiddenFeatures(graph, map, Number(normalised.shape[2]), modulation)
  const scaled = multiply(graph, normalised, head(graph, hidden, scaleHead(modulation)))
  return add(graph, scaled, head(graph, hidden, storedHead(modulation, 'mlp_beta')))
}

/**
 * conv_s(PONO(x)·(1+γ)+β) as conv_s(PONO(x)·(1+γ)) + (conv_s∘β): a 1×1 convolution is linear, so its product with β's
 * filters is one convolution to fewer channels.
 */
export function modulateAndProject(
  graph: GraphBuilder,
  normalised: Value,
  map: ModulatingMap,
  modulation: Modulation,
  projection: Weight,
): Value {
  const hidden = hiddenFeatures(graph, map, Number(normalised.shape[2]), modulation)
  const scaled = multiply(graph, normalised, head(graph, hidden, scaleHead(modulation)))
  const shift = storedHead(modulation, 'mlp_beta')
  const projectedShift = {
    weight: composedWeight(projection, shift.weight),
    bias: composedWeight(projection, shift.bias),
  }
  const projected = convolution(graph, scaled, graph.weight(projection), undefined)
  return add(graph, projected, head(graph, hidden, projectedShift))
}

/** ReLU(conv(reflect-pad(map))), padded for the heads: [1,hidden,side+2,side+2]. */
function hiddenFeatures(graph: GraphBuilder, map: ModulatingMap, side: number, modulation: Modulation): Value {
  const { block, source } = modulation
  const key = `${block.name}.${modulation.name}.mlp_shared.1`
  const { modulationChannels: hidden, conditionChannels } = block
  const filters = map.neighbourhoodFilters(storedWeight(source, `${key}.weight`, [hidden, conditionChannels, 3, 3]))
  const bias = graph.weight(storedWeight(source, `${key}.bias`, [hidden]))
  return rectify(graph, convolution(graph, map.neighbourhoods(side), filters, bias))
}

function storedHead({ block, name, channels, source }: Modulation, part: 'mlp_gamma' | 'mlp_beta'): Head {
  const key = `${block.name}.${name}.${part}`
  const shape = [channels, block.modulationChannels, 3, 3]
  return { weight: storedWeight(source, `${key}.weight`, shape), bias: storedWeight(source, `${key}.bias`, [channels]) }
}

function scaleHead(modulation: Modulation): Head {
  const { weight, bias } = storedHead(modulation, 'mlp_gamma')
  return { weight, bias: mappedWeight(bias, (value) => value + 1) }
}

function head(graph: GraphBuilder, hidden: Value, { weight, bias }: Head): Value {
  return convolution(graph, hidden, graph.weight(weight), graph.weight(bias))
}
