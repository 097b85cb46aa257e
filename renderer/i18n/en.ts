import { layerMessages } from './en/layers.ts'
import { paletteMessages } from './en/palette.ts'
import { shellMessages } from './en/shell.ts'
import { toolMessages } from './en/tools.ts'

/** The catalogue: every text a user reads, by key. English is the source that other languages are typed from. */
export const en = { ...shellMessages, ...toolMessages, ...layerMessages, ...paletteMessages } as const
