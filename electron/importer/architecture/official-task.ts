/** The tasks for which the authors of CoCosNet published checkpoints (cocosnet.md section 2). */
export type OfficialTaskId = 'ade20k' | 'celebahq' | 'celebahqedge' | 'deepfashion'

/**
 * How the exemplar is carried along the correspondence:
 * - `average-nearest`: average-pooled ×4, warped, enlarged ×4 by nearest neighbour;
 * - `average-bilinear`: the same, enlarged bilinearly (align_corners=False);
 * - `patch`: the exemplar's 4×4 patches are warped and folded back at full resolution.
 */
export type WarpMethod = 'average-nearest' | 'average-bilinear' | 'patch'

/** What sets one official task apart; widths are not part of it (see network-widths.ts). */
export interface OfficialTask {
  readonly id: OfficialTaskId
  /** What a user calls the input, for sentences. */
  readonly title: string
  /** Channels of the condition tensor [1, C, 256, 256]. */
  readonly conditionChannels: number
  /** Kernel of the adaptors' two strided layers (layer2, layer4). */
  readonly stridedKernel: 3 | 4
  /** Whether the condition, resized to the 64×64 grid, joins the features before matching. */
  readonly maskmix: boolean
  readonly warp: WarpMethod
}

const ADE20K: OfficialTask = {
  id: 'ade20k',
  title: 'ADE20k label maps',
  conditionChannels: 151,
  stridedKernel: 3,
  maskmix: true,
  warp: 'average-nearest',
}

const CELEBAHQ: OfficialTask = {
  id: 'celebahq',
  title: 'CelebA-HQ masks',
  conditionChannels: 19,
  stridedKernel: 4,
  maskmix: true,
  warp: 'average-bilinear',
}

const CELEBAHQ_EDGE: OfficialTask = {
  id: 'celebahqedge',
  title: 'CelebA-HQ edges',
  conditionChannels: 15,
  stridedKernel: 4,
  maskmix: true,
  warp: 'average-bilinear',
}

const DEEPFASHION: OfficialTask = {
  id: 'deepfashion',
  title: 'DeepFashion poses',
  conditionChannels: 20,
  stridedKernel: 4,
  maskmix: false,
  warp: 'patch',
}

export const OFFICIAL_TASKS: readonly OfficialTask[] = [ADE20K, CELEBAHQ, CELEBAHQ_EDGE, DEEPFASHION]

const TASKS_BY_ID: Readonly<Record<OfficialTaskId, OfficialTask>> = {
  ade20k: ADE20K,
  celebahq: CELEBAHQ,
  celebahqedge: CELEBAHQ_EDGE,
  deepfashion: DEEPFASHION,
}

export function officialTask(id: OfficialTaskId): OfficialTask {
  return TASKS_BY_ID[id]
}
