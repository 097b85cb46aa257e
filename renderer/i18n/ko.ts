import { koreanLayerMessages } from './ko/layers.ts'
import { koreanPaletteMessages } from './ko/palette.ts'
import { koreanShellMessages } from './ko/shell.ts'
import { koreanToolMessages } from './ko/tools.ts'
import type { Catalogue } from './message.ts'

/** Korean. The type makes a missing key a compile error. */
export const ko: Catalogue = {
  ...koreanShellMessages,
  ...koreanToolMessages,
  ...koreanLayerMessages,
  ...koreanPaletteMessages,
}
