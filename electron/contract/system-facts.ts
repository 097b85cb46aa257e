import { z } from 'zod'
import { packManifestSchema } from './pack-manifest.ts'

/** Which shell runs the app. */
export const shellKindSchema = z.enum(['electron', 'web'])
export type ShellKind = z.infer<typeof shellKindSchema>

/** A model file the app may load, for the page that shows that everything is local. */
export const modelFileSchema = z.object({
  /** Pack or annotator it belongs to. */
  owner: z.string(),
  file: z.string(),
  bytes: z.number().int().nonnegative(),
})
export type ModelFile = Readonly<z.infer<typeof modelFileSchema>>

/** Facts about this installation and machine, for the offline page, settings and bug reports. */
export const systemFactsSchema = z.object({
  shell: shellKindSchema,
  appVersion: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'other']),
  /** Engine versions by name, such as `node`, `chromium`, `electron`. */
  versions: z.record(z.string(), z.string()),
  processorCount: z.number().int().positive(),
  processorName: z.string(),
  memoryBytes: z.number().int().positive(),
  /** Preferred languages of the user, BCP 47, best first. */
  locales: z.array(z.string()),
  /** Where settings, journals, own exemplars and imported packs live. */
  dataFolder: z.string(),
  modelFiles: z.array(modelFileSchema),
})
export type SystemFacts = Readonly<z.infer<typeof systemFactsSchema>>

/** An installed pack as the Packs page and the palette need it. */
export const packListingSchema = z.object({
  manifest: packManifestSchema,
  origin: z.enum(['shipped', 'imported']),
  folder: z.string(),
  /** Sum of the graph files. */
  bytes: z.number().int().nonnegative(),
})
export type PackListing = Readonly<z.infer<typeof packListingSchema>>

/** All packs, and folders that look like packs but are broken, each with one sentence. */
export const packListSchema = z.object({
  packs: z.array(packListingSchema),
  broken: z.array(z.object({ folder: z.string(), message: z.string() })),
})
export type PackList = Readonly<z.infer<typeof packListSchema>>
