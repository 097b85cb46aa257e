import { readdirSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { JournalStore } from '../../../../../electron/services/journal/journal-store.ts'
import { sampleProject } from '../project/sample-project.ts'

export const ID = 'document-1'
export const SUBJECT = { title: 'Lake', path: '/home/user/lake.cocanvas' }

/** A stroke that paints a square of one class at a place. */
export function stroke(
  x: number,
  classId: number,
): { patches: [{ layerId: string; x: number; y: number; width: number; height: number; data: Uint8Array }] } {
  return { patches: [{ layerId: 'ground', x, y: 0, width: 2, height: 2, data: new Uint8Array(4).fill(classId) }] }
}

/** Its files are closed when the test ends, as those of a process that is gone. */
export function openStore(folder: string, maxLogBytes?: number): JournalStore {
  const store = new JournalStore(folder, maxLogBytes)
  onTestFinished(() => store.dispose())
  return store
}

/** A session that painted strokes at 0, 2, 4 … and then was gone without a word. */
export async function abandonedSession(folder: string, strokes: number): Promise<string> {
  const store = openStore(folder)
  await store.start(ID, SUBJECT, sampleProject())
  for (let index = 0; index < strokes; index++) await store.append(ID, stroke(index * 2, 100 + index))
  await store.dispose()
  return path.join(folder, 'journals', ID)
}

export function logOf(journal: string): string {
  return path.join(journal, readdirSync(journal).find((name) => name.endsWith('.log')) ?? '')
}
