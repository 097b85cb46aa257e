import {
  editorSettingsSchema,
  SETTINGS_FORMAT_VERSION,
  type EditorSettings,
  type SettingsPatch,
} from '../../contract/editor-settings.ts'

type Fields = Readonly<Record<string, unknown>>

/** Step `n` turns the settings of format n + 1 into those of the next one. Format 1 is the first. */
const MIGRATIONS: readonly ((fields: Fields) => Fields)[] = []

/**
 * Settings of any earlier format, and of damaged files: each field that is missing or wrong takes its default. Settings
 * of a newer format are read as far as this version understands them.
 */
export function migrateSettings(stored: unknown, migrations = MIGRATIONS): EditorSettings {
  const migrated = migrateFields(fieldsOf(stored) ?? {}, migrations)
  return editorSettingsSchema.parse({ ...migrated, formatVersion: SETTINGS_FORMAT_VERSION })
}

/**
 * What to store after a change: everything that was stored, with some values new. Fields of other versions, and values that
 * only they understand, stay; a newer format stays what it is.
 */
export function changeSettings(stored: unknown, patch: SettingsPatch, migrations = MIGRATIONS): Fields {
  const fields = fieldsOf(stored) ?? {}
  const version = versionOf(fields)
  if (version > SETTINGS_FORMAT_VERSION) return { ...fields, ...patch, formatVersion: version }
  const defaults = editorSettingsSchema.parse({})
  return { ...defaults, ...migrateFields(fields, migrations), ...patch, formatVersion: SETTINGS_FORMAT_VERSION }
}

/** Undefined for what are no settings of any version. */
export function fieldsOf(stored: unknown): Fields | undefined {
  return isFields(stored) ? stored : undefined
}

function migrateFields(fields: Fields, migrations: typeof MIGRATIONS): Fields {
  return migrations.slice(versionOf(fields) - 1).reduce((before, step) => step(before), fields)
}

function versionOf(fields: Fields): number {
  const version = fields['formatVersion']
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
