import { editorSettingsSchema, SETTINGS_FORMAT_VERSION, type EditorSettings } from '../../contract/editor-settings.ts'

type Fields = Readonly<Record<string, unknown>>

/** Step `n` turns the settings of format n + 1 into those of the next one. Format 1 is the first. */
const MIGRATIONS: readonly ((fields: Fields) => Fields)[] = []

/**
 * Settings of any earlier format, and of damaged files: each field that is missing or wrong takes its default. Settings
 * of a newer format are read as far as this version understands them.
 */
export function migrateSettings(stored: unknown, migrations = MIGRATIONS): EditorSettings {
  if (!isFields(stored)) return editorSettingsSchema.parse({})
  const version = typeof stored['formatVersion'] === 'number' ? stored['formatVersion'] : 1
  const migrated = migrations.slice(Math.max(0, version - 1)).reduce((fields, step) => step(fields), stored)
  return editorSettingsSchema.parse({ ...migrated, formatVersion: SETTINGS_FORMAT_VERSION })
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
