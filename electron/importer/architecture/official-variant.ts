import { officialTask, type OfficialTask } from './official-task.ts'

/** The five published pairs of networks. Two of them share every key and shape. */
export type OfficialVariantId = 'ade20k' | 'ade20k-noise' | 'celebahq' | 'celebahqedge' | 'deepfashion'

/**
 * What joins the exemplar's features before matching:
 * - `condition`: the exemplar's own condition, nearest-resized to the 64×64 grid;
 * - `noise`: Gaussian noise × 0.01 of that shape (the authors' `noise_for_mask`);
 * - `none`: nothing (no maskmix).
 */
export type ExemplarMixture = 'condition' | 'noise' | 'none'

export interface OfficialVariant {
  readonly id: OfficialVariantId
  readonly task: OfficialTask
  readonly exemplarMixture: ExemplarMixture
}

/** In the order in which recognition prefers them where files cannot tell them apart. */
export const OFFICIAL_VARIANTS: readonly OfficialVariant[] = [
  { id: 'ade20k', task: officialTask('ade20k'), exemplarMixture: 'condition' },
  // noise_for_mask changes what is computed, not what is stored: only the user can know.
  { id: 'ade20k-noise', task: officialTask('ade20k'), exemplarMixture: 'noise' },
  { id: 'celebahq', task: officialTask('celebahq'), exemplarMixture: 'condition' },
  { id: 'celebahqedge', task: officialTask('celebahqedge'), exemplarMixture: 'condition' },
  { id: 'deepfashion', task: officialTask('deepfashion'), exemplarMixture: 'none' },
]
