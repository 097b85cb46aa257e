import { join } from 'node:path'
import type { z } from 'zod'
import { CocanvasError } from '../contract/error-codes.ts'
import { readRegularFile } from '../files/read-regular-file.ts'
import { UnreadableFile } from '../files/unreadable-file.ts'

/** A manifest is a page of JSON; anything larger is no manifest and is not read into memory. */
const MAXIMUM_MANIFEST_BYTES = 1024 * 1024

/**
 * Reads and validates `folder/manifest.json`.
 * @throws CocanvasError `pack-missing` without the file, `pack-broken` when it is not what the schema says;
 *   the sentence names the folder, the place in the file and the fault.
 */
export async function readManifest<Schema extends z.ZodType>(folder: string, schema: Schema): Promise<z.infer<Schema>> {
  const path = join(folder, 'manifest.json')
  const parsed = schema.safeParse(parseJson(path, await readText(path)))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  throw broken(path, `does not fit the format${place} (${issue?.message ?? 'unknown fault'})`)
}

async function readText(path: string): Promise<string> {
  const content = await readRegularFile(path, MAXIMUM_MANIFEST_BYTES).catch((cause: unknown) => {
    if (cause instanceof UnreadableFile && cause.problem === 'too-large') throw broken(path, 'is larger than 1 MiB')
    if (cause instanceof UnreadableFile && cause.problem === 'irregular') throw broken(path, 'is not a regular file')
    throw new CocanvasError(
      'pack-missing',
      `${path} cannot be read, so there is no pack here; install the pack again.`,
      {
        cause,
      },
    )
  })
  return new TextDecoder().decode(content)
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw broken(path, 'is not valid JSON')
  }
}

function broken(path: string, fault: string): CocanvasError {
  return new CocanvasError('pack-broken', `${path} ${fault}; install the pack again.`)
}
