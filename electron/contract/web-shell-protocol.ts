import { z } from 'zod'
import { callOutcomeSchema } from './call-outcome.ts'

/** Where the web shell's page reaches its server, at the page's own origin. */
export const WEB_SHELL_PATHS = { shell: '/shell', inference: '/inference' } as const

const identifierSchema = z.number().int().nonnegative()

/** A question to the user about files, answered by the page's chooser. */
export const chooserRequestSchema = z.object({
  mode: z.enum(['open', 'save']),
  purpose: z.enum(['project', 'photos', 'labels', 'poses', 'export']),
  multiple: z.boolean(),
  /** Without dot; in save mode the first is appended to names that lack it. */
  extensions: z.array(z.string()).min(1),
  suggestedName: z.string(),
})
export type ChooserRequest = Readonly<z.infer<typeof chooserRequestSchema>>

/** A folder as the chooser shows it. */
export const folderListingSchema = z.object({
  path: z.string(),
  /** Absent for the root. */
  parent: z.string().optional(),
  /** Shortcuts such as the home folder. */
  places: z.array(z.object({ name: z.string(), path: z.string() })),
  entries: z.array(z.object({ name: z.string(), path: z.string(), kind: z.enum(['folder', 'file']) })),
})
export type FolderListing = Readonly<z.infer<typeof folderListingSchema>>

/** What the page says. `list-folder` and `file-exists` are answered like calls: with a `FolderListing`, with a boolean. */
export const pageMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: identifierSchema, name: z.string().max(100), input: z.array(z.unknown()) }),
  z.object({
    type: z.literal('list-folder'),
    id: identifierSchema,
    /** Absolute; absent = where the chooser was last, or the home folder. */
    path: z.string().optional(),
    extensions: z.array(z.string()),
  }),
  z.object({ type: z.literal('file-exists'), id: identifierSchema, path: z.string() }),
  z.object({ type: z.literal('chosen'), id: identifierSchema, paths: z.array(z.string()).nullable() }),
])
export type PageMessage = z.infer<typeof pageMessageSchema>

/** What the server says. */
export const serverMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), id: identifierSchema, outcome: callOutcomeSchema }),
  z.object({ type: z.literal('event'), name: z.string(), event: z.unknown().optional() }),
  z.object({ type: z.literal('choose'), id: identifierSchema, request: chooserRequestSchema }),
])
export type ServerMessage = z.infer<typeof serverMessageSchema>
