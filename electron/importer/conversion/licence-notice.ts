import type { OfficialTaskId } from '../architecture/official-task.ts'

/** The name under which a manifest files these terms. */
export const CHECKPOINT_LICENCE = 'Terms of the checkpoint and of its training data'

const DATA_TERMS: Readonly<Record<OfficialTaskId, string>> = {
  ade20k: 'ADE20K, whose images may be used for non-commercial research and education only',
  celebahq: 'CelebAMask-HQ, which may be used for non-commercial research only',
  celebahqedge: 'CelebAMask-HQ, which may be used for non-commercial research only',
  deepfashion: 'DeepFashion, which may be used for non-commercial research only',
}

/** What a user must confirm before a checkpoint becomes a pack. */
export function licenceNotice(task: OfficialTaskId): string {
  return `The code of CoCosNet is under the MIT licence; its checkpoint for this task was trained on ${DATA_TERMS[task]}. Cocanvas grants no rights in the checkpoint: use the pack as its authors and the data's owners allow.`
}
