import { z } from 'zod'
import { providerPreferenceSchema } from './execution-provider.ts'
import { packIdSchema } from './pack-facts.ts'
import { posePeopleSchema } from './poses/pose-people.ts'

/** A pose of the user's own, with the size of the document that it was drawn in. */
const savedPoseSchema = posePeopleSchema.extend({ id: z.string().min(1).max(100), title: z.string().min(1).max(200) })

/** Grows with every change of meaning; electron/services/settings migrates older files. */
export const SETTINGS_FORMAT_VERSION = 1

/** A keyboard shortcut such as `Mod+Shift+Z` (Mod = Ctrl, or ⌘ on macOS). */
const shortcutSchema = z.string().min(1).max(60)

/**
 * The user's choices, one file for both shells. Every field has a default, so a missing or damaged field costs only itself.
 */
export const editorSettingsSchema = z.object({
  formatVersion: z.literal(SETTINGS_FORMAT_VERSION).catch(SETTINGS_FORMAT_VERSION),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  language: z.enum(['system', 'en', 'ko']).catch('system'),
  reducedMotion: z.enum(['system', 'on', 'off']).catch('system'),
  provider: providerPreferenceSchema.catch('auto'),
  /** Threads of the inference host inside one operator. */
  threads: z.number().int().min(1).max(16).catch(2),
  /** Bound of the host's cached encodings. */
  cacheMegabytes: z.number().int().min(16).max(4096).catch(128),
  liveMode: z.enum(['live', 'pen-up', 'manual']).catch('live'),
  /** About the root of the pixels of live pictures at rest; `measured` = the largest that this machine makes quickly. */
  liveSide: z.union([z.literal('measured'), z.number().int().min(128).max(1024)]).catch('measured'),
  /** What was measured, and with what (pack, provider, threads): something else is measured anew. */
  measuredLiveSide: z
    .object({
      key: z.string().max(200),
      side: z.number().int().min(128).max(1024),
      milliseconds: z.number().min(0),
    })
    .optional()
    .catch(undefined),
  /** Bounds of undo; whichever is reached first. */
  historySteps: z.number().int().min(500).max(10_000).catch(1000),
  historyMegabytes: z.number().int().min(16).max(4096).catch(256),
  /** Hatching over class colours, for eyes that tell few colours apart. */
  paletteHatching: z.boolean().catch(false),
  /** Class ids by pack id, most recent or first favourite first. */
  favouriteClasses: z.record(packIdSchema, z.array(z.number().int().min(0).max(255)).max(64)).catch({}),
  recentClasses: z.record(packIdSchema, z.array(z.number().int().min(0).max(255)).max(64)).catch({}),
  /** Command id → its shortcut, or null for none; commands not named keep their default. */
  shortcuts: z.record(z.string().max(100), shortcutSchema.nullable()).catch({}),
  /** Pack that new documents use; absent = the first installed one. */
  packId: packIdSchema.optional().catch(undefined),
  /** Poses that the user keeps, newest first. */
  savedPoses: z.array(savedPoseSchema).max(500).catch([]),
  /** Set once the three-step hint of the sample document was seen or dismissed. */
  firstRunDone: z.boolean().catch(false),
  /** Whether every start but the first begins with the start screen. */
  startScreen: z.boolean().catch(true),
  /** Whether a panel is open, by its name in the renderer; those not named are as they start. */
  panels: z.record(z.string().max(100), z.boolean()).catch({}),
})
export type EditorSettings = Readonly<z.infer<typeof editorSettingsSchema>>

/** Settings of a first start. */
export const DEFAULT_SETTINGS: EditorSettings = editorSettingsSchema.parse({})

/**
 * Some settings with new values; the others stay. Fields are checked strictly here (a wrong value is an error of the
 * caller, not damage on disk).
 */
export const settingsPatchSchema = z
  .record(z.string(), z.unknown())
  .transform((patch, context): Partial<EditorSettings> => {
    for (const [name, value] of Object.entries(patch)) {
      const field = name in editorSettingsSchema.shape
      const strict = field && editorSettingsSchema.safeParse({ ...DEFAULT_SETTINGS, [name]: value })
      const kept =
        strict !== false &&
        strict.success &&
        sameJson(Object.entries(strict.data).find(([key]) => key === name)?.[1], value)
      if (!kept) context.addIssue({ code: 'custom', path: [name], message: 'is not a setting or has a wrong value' })
    }
    return patch
  })
export type SettingsPatch = Partial<EditorSettings>

function sameJson(first: unknown, second: unknown): boolean {
  return JSON.stringify(first, inKeyOrder) === JSON.stringify(second, inKeyOrder)
}

/** A caller may write an object's fields in any order. */
function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}
