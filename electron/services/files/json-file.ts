import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeFileAtomically } from '../../images/atomic-write.ts'

/** What a small JSON file of ours holds; undefined when it is missing or not JSON, which its reader treats alike. */
export async function readJsonFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Writes it whole or not at all, making its folder. @throws ImageError `unwritable` */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFileAtomically(path, new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`))
}
