import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { tortureParts } from '../../scripts/torture/torture.ts'

const root = path.resolve(import.meta.dirname, '../..')
const sizes = {
  strokes: 12,
  pageStrokes: 1,
  kills: 2,
  mutants: 20,
  connections: 60,
  packId: 'tiny',
  seed: 7,
  reader: '',
}

describe('a little of the torture, on what is built', () => {
  // Bugs it would catch: whatever a long session, a power cut, a damaged file or a rude program brings down.
  it.each(Object.entries(tortureParts))(
    'finds no fault: %s',
    async (_name, part) => {
      const [lines, faults]: [string[], string[]] = [[], []]
      await part.run(root, sizes, {
        line: (text) => lines.push(text),
        fault: (text) => faults.push(text),
        progress: () => undefined,
      })
      expect(faults).toEqual([])
      expect(lines.length).toBeGreaterThan(0)
    },
    240_000,
  )
})
