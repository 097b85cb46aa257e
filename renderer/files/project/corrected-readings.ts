import { z } from 'zod'

import { exemplarIdSchema } from '../../../electron/contract/exemplar-library.ts'
import type { ExemplarReading } from '../../../electron/contract/exemplar-reading.ts'
import { packIdSchema } from '../../../electron/contract/pack-facts.ts'
import { readingFromText, readingText } from './reading-text.ts'

/** What the library knows of photos that a person corrected; an annotator can find everything else again. */
export interface CorrectedReadings {
  readonly corrected: (exemplarId: string) => Promise<ExemplarReading | undefined>
  /** Stores a correction that a project brings, unless this library has one of its own. */
  readonly adopt: (exemplarId: string, reading: ExemplarReading) => Promise<void>
}

export const savedReadingsSchema = z.array(z.object({ id: exemplarIdSchema, packId: packIdSchema, text: z.string() }))
export type SavedReadings = z.infer<typeof savedReadingsSchema>

/** Readings as text, remembered because packing one takes longer than a step of the journal may. */
const texts = new WeakMap<ExemplarReading, Promise<string>>()

export async function saveReadings(
  { corrected }: CorrectedReadings,
  exemplarIds: readonly string[],
): Promise<SavedReadings> {
  const saved = await Promise.all(
    exemplarIds.map(async (id) => {
      const reading = await corrected(id)
      if (reading === undefined) return undefined
      const text = texts.get(reading) ?? readingText(reading)
      texts.set(reading, text)
      return { id, packId: reading.packId, text: await text }
    }),
  )
  return saved.filter((each) => each !== undefined)
}

/** @param idNow of a photo in this library; undefined where it is missing */
export async function restoreReadings(
  { adopt }: CorrectedReadings,
  saved: SavedReadings,
  idNow: (id: string) => string | undefined,
): Promise<void> {
  for (const { id, packId, text } of saved) {
    const now = idNow(id)
    const reading = now === undefined ? undefined : await readingFromText(text)
    if (now !== undefined && reading !== undefined) await adopt(now, { ...reading, packId, corrected: true })
  }
}
