import { shellMessages } from './en/shell.ts'

/** The catalogue: every text a user reads, by key. English is the source that other languages are typed from. */
export const en = { ...shellMessages } as const
