import { koreanShellMessages } from './ko/shell.ts'
import type { Catalogue } from './message.ts'

/** Korean. The type makes a missing key a compile error. */
export const ko: Catalogue = { ...koreanShellMessages }
