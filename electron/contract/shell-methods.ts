import { z } from 'zod'
import { appMenuSchema } from './app-menu.ts'
import { editorSettingsSchema, settingsPatchSchema } from './editor-settings.ts'
import { faceTemplateSchema } from './face-template.ts'
import { exemplarEntrySchema, exemplarIdSchema, exemplarPatchSchema, sampleLayoutSchema } from './exemplar-library.ts'
import {
  exportedFileSchema,
  fileExportSchema,
  imageEncodingSchema,
  labelImageSchema,
  namedBytesSchema,
  openedImageSchema,
} from './image-file.ts'
import { imageSideSchema, imageSizeSchema } from './image-size.ts'
import { labelMapSchema } from './label-map.ts'
import { exemplarReadingSchema } from './exemplar-reading.ts'
import { hostEndSchema } from './host-end.ts'
import {
  openedDocumentSchema,
  openPhotoSchema,
  photoAreaSchema,
  photoExportSchema,
  photoIdSchema,
} from './open-photo.ts'
import { packIdSchema } from './pack-facts.ts'
import { photoPixelsSchema } from './photo-pixels.ts'
import {
  openedProjectSchema,
  PALETTE_BYTES,
  projectContentSchema,
  projectFileSchema,
  recentProjectSchema,
} from './project-content.ts'
import { journalBaseSchema, journalIdSchema, projectChangeSchema, recoverySchema } from './project-journal.ts'
import { rgbImageSchema } from './rgb-image.ts'
import type { ShellCalls, ShellEvents } from './shell-api.ts'
import { packListSchema, systemFactsSchema } from './system-facts.ts'

/** The schemas of one method: its arguments as a tuple, and what it resolves with. */
interface MethodSchema<Arguments, Result> {
  readonly input: z.ZodType<Arguments>
  readonly output: z.ZodType<Result>
}

type MethodSchemas = {
  readonly [Name in keyof ShellCalls]: MethodSchema<Parameters<ShellCalls[Name]>, Awaited<ReturnType<ShellCalls[Name]>>>
}

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array')
const palette = bytes.refine((value) => value.length === PALETTE_BYTES, 'must be 256 RGB colours')
/** Empty where nothing of the text could be drawn. */
const captionMask = z.object({ width: z.number().int().min(0), height: z.number().int().min(0), data: bytes })
const none = z.tuple([])
const fileId = z.string().min(1).max(200)
/** Nothing; some transports turn `undefined` into null. */
const nothing = z.union([z.undefined(), z.null()]).transform(() => undefined)

/**
 * Every method of the shell with its checks: the side that answers parses `input`, the page parses `output`.
 * The keys are also the names on the wire.
 */
export const shellMethods: MethodSchemas = {
  openDocumentDialog: { input: none, output: openedDocumentSchema.nullable() },
  openRecentProject: { input: z.tuple([fileId]), output: openedProjectSchema },
  openProjectBytes: { input: z.tuple([namedBytesSchema]), output: openedProjectSchema },
  listRecentProjects: { input: none, output: z.array(recentProjectSchema) },
  forgetRecentProject: { input: z.tuple([fileId]), output: nothing },
  saveProject: { input: z.tuple([fileId, projectContentSchema]), output: projectFileSchema },
  saveProjectAs: { input: z.tuple([z.string().max(200), projectContentSchema]), output: projectFileSchema.nullable() },
  startJournal: { input: z.tuple([journalBaseSchema]), output: nothing },
  appendJournal: { input: z.tuple([journalIdSchema, projectChangeSchema]), output: nothing },
  discardJournal: { input: z.tuple([journalIdSchema]), output: nothing },
  listRecoveries: { input: none, output: z.array(recoverySchema) },
  readRecovery: { input: z.tuple([journalIdSchema]), output: openedProjectSchema },
  openImageDialog: { input: z.tuple([imageSideSchema]), output: z.array(openedImageSchema).nullable() },
  decodeImage: { input: z.tuple([namedBytesSchema, imageSideSchema]), output: rgbImageSchema },
  openLabelImageDialog: { input: none, output: z.object({ name: z.string(), image: labelImageSchema }).nullable() },
  decodeLabelImage: { input: z.tuple([namedBytesSchema]), output: labelImageSchema },
  openPoseDialog: { input: none, output: namedBytesSchema.nullable() },
  encodeImage: { input: z.tuple([rgbImageSchema, imageEncodingSchema]), output: bytes },
  renderCaption: { input: z.tuple([z.string().max(200), imageSizeSchema]), output: captionMask },
  encodeLabels: { input: z.tuple([labelMapSchema, palette]), output: bytes },
  exportFile: { input: z.tuple([fileExportSchema]), output: exportedFileSchema.nullable() },
  openPhotoDialog: { input: none, output: openPhotoSchema.nullable() },
  openPhoto: { input: z.tuple([namedBytesSchema]), output: openPhotoSchema },
  closePhoto: { input: z.tuple([photoIdSchema]), output: nothing },
  readPhotoBytes: { input: z.tuple([photoIdSchema]), output: namedBytesSchema },
  readPhotoPixels: { input: z.tuple([photoIdSchema]), output: photoPixelsSchema },
  readPhotoArea: { input: z.tuple([photoIdSchema, photoAreaSchema]), output: rgbImageSchema },
  showPhotoPixels: { input: z.tuple([photoIdSchema, photoPixelsSchema]), output: rgbImageSchema },
  exportPhoto: { input: z.tuple([photoExportSchema]), output: exportedFileSchema.nullable() },
  listPacks: { input: none, output: packListSchema },
  verifyPack: { input: z.tuple([packIdSchema]), output: nothing },
  removePack: { input: z.tuple([packIdSchema]), output: nothing },
  readModelCard: { input: z.tuple([packIdSchema]), output: z.string() },
  listExemplars: { input: none, output: z.array(exemplarEntrySchema) },
  readExemplarThumbnail: { input: z.tuple([exemplarIdSchema]), output: bytes },
  readExemplar: { input: z.tuple([exemplarIdSchema, imageSideSchema]), output: rgbImageSchema },
  readExemplarOriginal: { input: z.tuple([exemplarIdSchema, imageSideSchema]), output: rgbImageSchema },
  readExemplarBytes: { input: z.tuple([exemplarIdSchema]), output: namedBytesSchema },
  addExemplarsByDialog: { input: none, output: z.array(exemplarEntrySchema).nullable() },
  addExemplar: { input: z.tuple([namedBytesSchema]), output: exemplarEntrySchema },
  updateExemplar: { input: z.tuple([exemplarIdSchema, exemplarPatchSchema]), output: exemplarEntrySchema },
  removeExemplar: { input: z.tuple([exemplarIdSchema]), output: nothing },
  noteExemplarUsed: { input: z.tuple([exemplarIdSchema]), output: nothing },
  readExemplarReading: { input: z.tuple([exemplarIdSchema, packIdSchema]), output: exemplarReadingSchema.nullable() },
  storeExemplarReading: { input: z.tuple([exemplarIdSchema, exemplarReadingSchema]), output: nothing },
  listFaceTemplates: { input: none, output: z.array(faceTemplateSchema) },
  listSampleLayouts: { input: none, output: z.array(sampleLayoutSchema) },
  readSampleLayout: { input: z.tuple([z.string().min(1).max(100), packIdSchema]), output: labelMapSchema },
  getSettings: { input: none, output: editorSettingsSchema },
  setSettings: { input: z.tuple([settingsPatchSchema]), output: editorSettingsSchema },
  getSystemFacts: { input: none, output: systemFactsSchema },
  setUnsavedChanges: { input: z.tuple([z.boolean()]), output: nothing },
  showMenu: { input: z.tuple([appMenuSchema]), output: nothing },
  closeWindow: { input: none, output: nothing },
  restartInference: { input: none, output: nothing },
}

export type ShellMethodName = keyof ShellCalls

type EventSchemas = { readonly [Name in keyof ShellEvents]: z.ZodType<ShellEvents[Name]> }

/** The schemas of the events that the shell sends. */
export const shellEvents: EventSchemas = {
  documentOpened: openedDocumentSchema,
  documentRefused: z.object({ message: z.string() }),
  photoNotice: z.object({ message: z.string() }),
  closeRequested: z.object({ reason: z.enum(['window', 'quit']) }),
  menuCommand: z.object({ command: z.string() }),
  settingsChanged: editorSettingsSchema,
  inferenceStopped: z.object({ reason: hostEndSchema }),
}

export type ShellEventName = keyof ShellEvents
