import type { ConditionOf } from '../../contract/condition.ts'

/** 18 joints in pixels of a width × height picture, `null` where a joint is missing; order of `BODY_POINTS`. */
export type Pose = Omit<ConditionOf<'pose'>, 'kind'>
