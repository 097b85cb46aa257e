import { koreanMakeUpMessages } from './ko/makeup.ts'
import { koreanLiveMessages } from './ko/live.ts'
import { koreanProjectMessages } from './ko/project.ts'
import { koreanDocumentMessages } from './ko/document.ts'
import { koreanImportMessages } from './ko/import.ts'
import { koreanExportMessages } from './ko/export.ts'
import { koreanSettingsMessages } from './ko/settings.ts'
import { koreanCommandsMessages } from './ko/commands.ts'
import { koreanOfflineMessages } from './ko/offline.ts'
import { koreanPacksMessages } from './ko/packs.ts'
import { koreanOnboardingMessages } from './ko/onboarding.ts'
import { koreanLayerMessages } from './ko/layers.ts'
import { koreanLineMessages } from './ko/lines.ts'
import { koreanPaletteMessages } from './ko/palette.ts'
import { koreanNameMessages } from './ko/names.ts'
import { koreanPoseMessages } from './ko/poses.ts'
import { koreanShellMessages } from './ko/shell.ts'
import { koreanStartMessages } from './ko/start.ts'
import { koreanPhotoEditMessages } from './ko/photo-edit.ts'
import { koreanToolMessages } from './ko/tools.ts'
import type { Catalogue } from './message.ts'

/** Korean. The type makes a missing key a compile error. */
export const ko: Catalogue = {
  ...koreanShellMessages,
  ...koreanToolMessages,
  ...koreanLayerMessages,
  ...koreanPhotoEditMessages,
  ...koreanLineMessages,
  ...koreanPoseMessages,
  ...koreanPaletteMessages,
  ...koreanLiveMessages,
  ...koreanProjectMessages,
  ...koreanDocumentMessages,
  ...koreanImportMessages,
  ...koreanExportMessages,
  ...koreanSettingsMessages,
  ...koreanCommandsMessages,
  ...koreanOfflineMessages,
  ...koreanPacksMessages,
  ...koreanOnboardingMessages,
  ...koreanStartMessages,
  ...koreanMakeUpMessages,
  ...koreanNameMessages,
}
