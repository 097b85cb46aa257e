import { projectMessages } from './en/project.ts'
import { documentMessages } from './en/document.ts'
import { importMessages } from './en/import.ts'
import { exportMessages } from './en/export.ts'
import { settingsMessages } from './en/settings.ts'
import { commandsMessages } from './en/commands.ts'
import { offlineMessages } from './en/offline.ts'
import { packsMessages } from './en/packs.ts'
import { onboardingMessages } from './en/onboarding.ts'
import { makeUpMessages } from './en/makeup.ts'
import { liveMessages } from './en/live.ts'
import { layerMessages } from './en/layers.ts'
import { lineMessages } from './en/lines.ts'
import { paletteMessages } from './en/palette.ts'
import { nameMessages } from './en/names.ts'
import { poseMessages } from './en/poses.ts'
import { shellMessages } from './en/shell.ts'
import { startMessages } from './en/start.ts'
import { photoEditMessages } from './en/photo-edit.ts'
import { toolMessages } from './en/tools.ts'

/** The catalogue: every text a user reads, by key. English is the source that other languages are typed from. */
export const en = {
  ...shellMessages,
  ...toolMessages,
  ...layerMessages,
  ...photoEditMessages,
  ...lineMessages,
  ...poseMessages,
  ...paletteMessages,
  ...liveMessages,
  ...projectMessages,
  ...documentMessages,
  ...importMessages,
  ...exportMessages,
  ...settingsMessages,
  ...commandsMessages,
  ...offlineMessages,
  ...packsMessages,
  ...onboardingMessages,
  ...startMessages,
  ...makeUpMessages,
  ...nameMessages,
} as const
