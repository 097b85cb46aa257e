import { zipSync, type Zippable } from 'fflate'
import type { z } from 'zod'
import {
  documentJsonSchema,
  PROJECT_FORMAT_VERSION,
  type LabelLayerContent,
  type ProjectContent,
} from '../../contract/project-content.ts'
import { MAXIMUM_IMAGE_SIDE } from '../../contract/image-size.ts'
import { readPngHeader } from '../../images/png/png-header.ts'
import { readLayoutPng } from '../../images/read-layout-png.ts'
import { encodeIndexedPng } from './indexed-png.ts'
import { ProjectError } from './project-error.ts'
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
import { readZip } from './zip-entries.ts'

/** 512 layers of 1024². A small file can promise far more, and each layer is modest by itself. */
const MAX_LABEL_PIXELS = 2 ** 29

/** The first moment a zip can tell; a real time would make equal projects differ. */
const NO_TIME = new Date(1980, 0, 1)

/** A project as the bytes of a `.cocanvas` file. Equal content gives equal bytes. */
export async function packProject(content: ProjectContent): Promise<Uint8Array> {
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
  // Pictures are compressed already: packing them again costs time and gains nothing.
  const stored = Object.fromEntries(
    [...layers, ...pictures, ...thumbnail].map(([name, bytes]) => [
      name,
      [bytes, { level: 0 }] satisfies Zippable[string],
    ]),
  )
  return zipSync(
    { [MANIFEST_FILE]: jsonBytes(manifest), [DOCUMENT_FILE]: jsonBytes(content.document), ...stored },
    { mtime: NO_TIME },
  )
}

/**
 * The other way.
 *
 * @param name the file's name for messages
 * @throws ProjectError or ImageError: one sentence that says what is wrong with the file.
 */
export async function unpackProject(bytes: Uint8Array, name: string): Promise<ProjectContent> {
  const files = await readZip(bytes, name)
  const take = (file: string): Uint8Array => {
    const content = files.get(file)
    if (content === undefined)
      throw new ProjectError(`${name} is no whole Cocanvas project (${file} is missing): open a backup of it.`)
    return content
  }
  const manifest = readManifest(parseJson(take(MANIFEST_FILE), MANIFEST_FILE, name), name)
  const document = checked(documentJsonSchema, parseJson(take(DOCUMENT_FILE), DOCUMENT_FILE, name), DOCUMENT_FILE, name)
  const pngs = manifest.labelLayers.map(({ id }) => ({ id, png: take(labelLayerFile(id)) }))
  checkLabelSizes(
    pngs.map(({ png }) => png),
    name,
  )
  const labelLayers = pngs.map(({ id, png }) => readLabelLayer(id, png, name))
  const pictures = manifest.pictures.map(({ id, mediaType }) => ({
    id,
    mediaType,
    bytes: take(pictureFile(id, mediaType)),
  }))
  const thumbnail = files.get(THUMBNAIL_FILE)
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
  const pixels = sizes.reduce((sum, { width, height }) => sum + width * height, 0)
  const longest = Math.max(0, ...sizes.flatMap(({ width, height }) => [width, height]))
  if (pixels > MAX_LABEL_PIXELS || longest > MAXIMUM_IMAGE_SIDE) {
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
