import { zipSync, type Zippable } from 'fflate'
import type { z } from 'zod'
import {
  documentJsonSchema,
  PROJECT_FORMAT_VERSION,
  type LabelLayerContent,
  type ProjectContent,
} from '../../contract/project-content.ts'
import { readPngHeader } from '../../images/png/png-header.ts'
import { readLayoutPng } from '../../images/read-layout-png.ts'
import { encodeIndexedPng } from './indexed-png.ts'
import { ProjectError } from './project-error.ts'
import { PROJECT_LIMITS } from './project-limits.ts'
import {
  DOCUMENT_FILE,
  labelLayerFile,
  MANIFEST_FILE,
  pictureFile,
  projectHeaderSchema,
  projectManifestSchema,
  THUMBNAIL_FILE,
  type ProjectManifest,
} from './project-manifest.ts'
import { checkPartSize, checkWholeSize, checkWritableContent, labelVolumeFits } from './project-size.ts'
import { ZipFiles } from './zip-entries.ts'

/** The first moment a zip can tell; a real time would make equal projects differ. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * A project as the bytes of a `.cocanvas` file. Equal content gives equal bytes.
 *
 * @throws ProjectError for what could not be opened again
 */
export async function packProject(content: ProjectContent): Promise<Uint8Array> {
  checkWritableContent(content)
  const manifest: ProjectManifest = {
    format: 'cocanvas-project',
    formatVersion: PROJECT_FORMAT_VERSION,
    labelLayers: content.labelLayers.map(({ id }) => ({ id })),
    pictures: content.pictures.map(({ id, mediaType }) => ({ id, mediaType })),
  }
  const layers = await Promise.all(
    content.labelLayers.map(
      async ({ id, labels }) => [labelLayerFile(id), await encodeIndexedPng(labels, content.palette)] as const,
    ),
  )
  const pictures = content.pictures.map(({ id, mediaType, bytes }) => [pictureFile(id, mediaType), bytes] as const)
  const thumbnail = content.thumbnail === undefined ? [] : [[THUMBNAIL_FILE, content.thumbnail] as const]
  const parts = [...layers, ...pictures, ...thumbnail]
  for (const [name, bytes] of parts) checkPartSize(name, bytes, PROJECT_LIMITS.partBytes)
  const texts = [[MANIFEST_FILE, jsonBytes(manifest)] as const, [DOCUMENT_FILE, jsonBytes(content.document)] as const]
  for (const [name, bytes] of texts) checkPartSize(name, bytes, PROJECT_LIMITS.jsonBytes)
  checkWholeSize([...texts, ...parts].map(([, bytes]) => bytes))
  // Pictures are compressed already: packing them again costs time and gains nothing.
  const stored = parts.map(([name, bytes]) => [name, [bytes, { level: 0 }] satisfies Zippable[string]] as const)
  return zipSync(Object.fromEntries<Zippable[string]>([...texts, ...stored]), { mtime: NO_TIME })
}

/**
 * The other way.
 *
 * @param name the file's name for messages
 * @throws ProjectError or ImageError: one sentence that says what is wrong with the file.
 */
export async function unpackProject(bytes: Uint8Array, name: string): Promise<ProjectContent> {
  const files = new ZipFiles(bytes, name)
  const json = async (file: string): Promise<unknown> =>
    parseJson(await files.read(file, PROJECT_LIMITS.jsonBytes), file, name)
  const part = (file: string): Promise<Uint8Array> => files.read(file, PROJECT_LIMITS.partBytes)
  const manifest = readManifest(await json(MANIFEST_FILE), name)
  const document = checked(documentJsonSchema, await json(DOCUMENT_FILE), DOCUMENT_FILE, name)
  const pngs = []
  for (const { id } of manifest.labelLayers) pngs.push({ id, png: await part(labelLayerFile(id)) })
  checkLabelSizes(
    pngs.map(({ png }) => png),
    name,
  )
  const labelLayers = pngs.map(({ id, png }) => readLabelLayer(id, png, name))
  const pictures = []
  for (const { id, mediaType } of manifest.pictures)
    pictures.push({ id, mediaType, bytes: await part(pictureFile(id, mediaType)) })
  const thumbnail = files.has(THUMBNAIL_FILE) ? await part(THUMBNAIL_FILE) : undefined
  return { document, labelLayers, pictures, ...(thumbnail === undefined ? {} : { thumbnail }) }
}

function readManifest(value: unknown, name: string): ProjectManifest {
  const header = checked(projectHeaderSchema, value, MANIFEST_FILE, name)
  if (header.formatVersion > PROJECT_FORMAT_VERSION) {
    throw new ProjectError(
      `${name} was made by a newer Cocanvas (format ${header.formatVersion}, this one reads up to ${PROJECT_FORMAT_VERSION}): update Cocanvas to open it.`,
    )
  }
  return checked(projectManifestSchema, value, MANIFEST_FILE, name)
}

/** What the headers declare is looked at before a single pixel is unpacked. */
function checkLabelSizes(pngs: readonly Uint8Array[], name: string): void {
  const sizes = pngs.map((png) => readPngHeader(png) ?? { width: 0, height: 0 })
  if (!labelVolumeFits(sizes)) {
    throw new ProjectError(
      `${name} declares layers larger than any project can hold: it is damaged or was made to do harm.`,
    )
  }
}

function readLabelLayer(id: string, png: Uint8Array, name: string): LabelLayerContent {
  const pixels = readLayoutPng(png, `${name} (layer ${id})`)
  if (pixels.kind !== 'values')
    throw new ProjectError(`${name} is damaged (layer ${id} holds colours, not classes): open a backup of it.`)
  return { id, labels: { width: pixels.width, height: pixels.height, data: pixels.values } }
}

function parseJson(bytes: Uint8Array, file: string, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new ProjectError(`${name} is damaged (${file} cannot be read): open a backup of it.`, { cause })
  }
}

function checked<Value>(schema: z.ZodType<Value>, value: unknown, file: string, name: string): Value {
  const parsed = parseShallow(schema, value)
  if (parsed?.success === true) return parsed.data
  const place = parsed?.error.issues[0]?.path.join('.') ?? ''
  throw new ProjectError(
    `${name} is damaged (${file} does not fit the format${place === '' ? '' : ` at ${place}`}): open a backup of it.`,
  )
}

/** Undefined for a value nested so deep that walking it fills the stack, which no document of ours is. */
function parseShallow<Value>(schema: z.ZodType<Value>, value: unknown): z.ZodSafeParseResult<Value> | undefined {
  try {
    return schema.safeParse(value)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value, undefined, 1))
}
