/** The stages of an imported pack, in running order. */
export const OFFICIAL_STAGES = ['exemplar', 'layout', 'match', 'generate', 'correspondence'] as const
export type OfficialStage = (typeof OFFICIAL_STAGES)[number]
