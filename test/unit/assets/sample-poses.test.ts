import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPosePeople } from '../../../electron/contract/poses/reading/read-pose-people.ts'

const folder = join(import.meta.dirname, '../../../assets/poses')
const files = readdirSync(folder)

describe('sample poses', () => {
  it('are twelve', () => {
    // Would catch: a pose lost from the package.
    expect(files).toHaveLength(12)
  })

  it.each(files)('%s is one whole person inside its picture', (file) => {
    // Would catch: a posture that leaves the picture, or a limb without its joints.
    const document: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const { width, height, people } = readPosePeople(document)
    expect(people).toHaveLength(1)
    const body = people[0]?.body ?? []
    expect(body.slice(0, 14).every((point) => point !== null)).toBe(true)
    for (const point of body.filter((seen) => seen !== null)) {
      expect(point[0]).toBeGreaterThan(20)
      expect(point[0]).toBeLessThan(width - 20)
      expect(point[1]).toBeGreaterThan(20)
      expect(point[1]).toBeLessThan(height - 20)
    }
  })
})
