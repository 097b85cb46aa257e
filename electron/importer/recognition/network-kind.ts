import type { ShapeTable } from '../architecture/tensor-shapes.ts'

/** Networks that people are likely to have beside the two that are wanted. */
export type NetworkKind =
  | 'correspondence'
  | 'generator'
  | 'discriminator'
  | 'v2-correspondence'
  | 'v2-generator'
  | 'spade-generator'
  | 'spade-encoder'
  | 'vgg'
  | 'unknown'

/** What to call each kind in a sentence. */
export const NETWORK_TITLES: Readonly<Record<Exclude<NetworkKind, 'unknown'>, string>> = {
  correspondence: 'the correspondence network (netCorr)',
  generator: 'the generator (netG)',
  discriminator: 'a discriminator (netD), which only training needs',
  'v2-correspondence': 'the correspondence network of CoCosNet v2, which is another design',
  'v2-generator': 'the generator of CoCosNet v2, which is another design',
  'spade-generator': 'a SPADE generator, which has no exemplar',
  'spade-encoder': "SPADE's style encoder",
  vgg: 'a VGG network, which only training needs',
}

/** Tells what a state dict is from its keys, and from shapes where two designs share their keys. */
export function identifyNetwork(shapes: ShapeTable): NetworkKind {
  const keys = [...shapes.keys()]
  const has = (prefix: string): boolean => keys.some((key) => key.startsWith(prefix))
  if (has('discriminator_')) return 'discriminator'
  if (has('adaptive_model_seg.')) return has('theta_0.') ? 'v2-correspondence' : 'correspondence'
  if (has('fc_mu.')) return 'spade-encoder'
  if (has('conv1_1.') || has('features.0.')) return 'vgg'
  if (has('head_0.') && has('up_0.')) return identifyGenerator(shapes)
  return 'unknown'
}

function identifyGenerator(shapes: ShapeTable): NetworkKind {
  // SPADE pads with zeros inside the convolution, so its first layer is number 0 rather than 1.
  if (shapes.has('head_0.norm_0.mlp_shared.0.weight')) return 'spade-generator'
  const hasAttention = shapes.has('attn.gamma')
  // Version 2 starts at 8·ngf channels and keeps them in up_0, where version 1 halves 16·ngf.
  const seed = shapes.get('fc.weight')?.[0]
  const keepsChannels = seed !== undefined && seed === shapes.get('up_0.conv_0.weight_orig')?.[0]
  return !hasAttention && keepsChannels ? 'v2-generator' : 'generator'
}
