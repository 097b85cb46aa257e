import { z } from 'zod'
import { BODY_POINTS } from '../body-18.ts'
import type { PosePerson, PosePoint } from '../pose-people.ts'
import { type FoundPeople, refusePose } from './pose-form.ts'

/** What OpenPose's Python port returns: found points [x, y, …], and per person which of them is each joint (−1 = none). */
const candidateSchema = z.object({
  candidate: z.array(z.array(z.number()).min(2)),
  subset: z.union([z.array(z.array(z.number())).nonempty(), z.array(z.number())]),
})

/** Joints of a person, each a row of `candidate` named by the person's row of `subset`. */
function readPerson(candidate: readonly (readonly number[])[], subset: readonly number[]): PosePerson {
  if (subset.length < BODY_POINTS.length)
    refusePose(
      `The pose's subset names ${String(subset.length)} joints; it must name 18 rows of candidate, −1 where one is missing.`,
    )
  const body = BODY_POINTS.map((joint, index): PosePoint => {
    const row = Math.trunc(subset[index] ?? -1)
    if (row === -1) return null
    const [x, y] = candidate[row] ?? []
    if (x === undefined || y === undefined)
      refusePose(
        `The pose's ${joint} names row ${String(row)}, but candidate has ${String(candidate.length)} rows; export the pose again.`,
      )
    return [x, y]
  })
  return { body }
}

/** `{ candidate: [[x, y, …], …], subset: [row, …] or [[row, …], …] }` */
export function candidateForm(document: unknown): FoundPeople | undefined {
  const parsed = candidateSchema.safeParse(document)
  if (!parsed.success) return undefined
  const { candidate, subset } = parsed.data
  const rows = subset.filter((row) => Array.isArray(row))
  const people = rows.length > 0 ? rows : [subset.filter((row) => typeof row === 'number')]
  return { people: people.map((row) => readPerson(candidate, row)) }
}
