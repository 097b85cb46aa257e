import { z } from 'zod'
import type { Backdrop, GenerationSettings } from '../../contract/generation-request.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { OptionTable } from '../arguments/option-table.ts'
import { UsageError } from '../arguments/usage-error.ts'

export const BACKGROUND_OPTION = {
  background: {
    value: 'WHAT',
    description: 'for packs of people: kept (the photo’s, the default), filled or #rrggbb',
  },
} as const satisfies OptionTable

/** `kept`, `filled` or a colour; undefined = filled. */
export const backgroundOptionSchema = z.string().transform((text, context): Backdrop | 'filled' => {
  if (text === 'kept') return { kind: 'kept' }
  if (text === 'filled') return 'filled'
  const levels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  if (levels !== null) {
    const level = (group: number): number => Number.parseInt(levels[group] ?? '', 16)
    return { kind: 'plain', colour: [level(1), level(2), level(3)] }
  }
  context.addIssue({
    code: 'custom',
    message: `--background ${text} is not known: choose kept, filled or a colour such as #dedede.`,
  })
  return z.NEVER
})

/** The request's options. @throws UsageError where a background is asked for that the pack cannot tell apart */
export function backgroundOptions(
  wanted: Backdrop | 'filled' | undefined,
  { id, figureAnnotator }: Pick<PackManifest, 'id' | 'figureAnnotator'>,
): GenerationSettings['options'] {
  if (figureAnnotator === undefined) {
    if (wanted === undefined) return {}
    throw new UsageError(`${id} does not tell a person from the background; leave --background out.`)
  }
  return wanted === 'filled' ? {} : { backdrop: wanted ?? { kind: 'kept' } }
}
