import type { ConditionKind } from '../../contract/condition-kind.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { ConditionFiles } from './conditions/condition-reader.ts'
import { readerOf } from './conditions/reader-table.ts'
import type { DrawnCondition } from './drawn-condition.ts'

/** What each additional file is, for the sentence that refuses it. */
const FILE_WORDS: Readonly<Record<Exclude<keyof ConditionFiles, 'layout' | 'onNotice'>, string>> = {
  eyeglasses: 'knows no eyeglasses mask; leave the eyeglasses option out',
  person: 'knows no people; leave --person out',
  photo: 'looks at no photo of the layout; leave --layout-photo out',
}

/**
 * Reads what the picture (or the exemplar) shows, in one of the kinds of condition that the pack takes.
 *
 * @param fallback canvas of a pose whose file tells none
 * @throws ImageError, CocanvasError or UsageError, each one sentence
 */
export async function readCondition(
  manifest: PackManifest,
  kind: ConditionKind,
  files: ConditionFiles,
  fallback: ImageSize,
): Promise<DrawnCondition> {
  checkFiles(manifest, kind, files)
  return readerOf(kind).read(manifest, files, fallback)
}

/** A file that the kind has no use for is a mistake worth telling, not ignoring. @throws UsageError */
export function checkFiles({ id }: PackManifest, kind: ConditionKind, files: Partial<ConditionFiles>): void {
  const { takes } = readerOf(kind)
  for (const file of ['eyeglasses', 'photo', 'person'] as const)
    if (files[file] !== undefined && !takes.includes(file)) throw new UsageError(`${id} ${FILE_WORDS[file]}.`)
}
