import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeLayout } from '../../../electron/images/decode-layout.ts'
import { decodePhoto } from '../../../electron/images/decode-photo.ts'
import { readPack } from '../../../electron/packs/installed-pack.ts'
import { readSampleExemplars } from '../../../electron/services/exemplars/sample-exemplars.ts'
import { shippedReading } from '../../../electron/services/exemplars/shipped-reading.ts'

const root = join(import.meta.dirname, '../../..')
const { manifest } = await readPack(join(root, 'models/packs/landscape'))
const landscapes = (await readSampleExemplars(join(root, 'assets'))).filter(({ path }) => path.includes('/landscape/'))
const [OTHER, WATER] = [0, 22]

describe('labels of the sample landscapes', () => {
  it.each(landscapes.map((sample) => [sample.id, sample] as const))(
    '%s has them, drawn by hand',
    async (_id, sample) => {
      // Would catch: labels that belong to another photo, or hold what the pack cannot paint.
      const photo = await decodePhoto(readFileSync(sample.path), sample.id)
      const labels = decodeLayout(readFileSync(sample.labels?.path ?? ''), sample.id, manifest.classes)
      expect([labels.width, labels.height]).toEqual([photo.width, photo.height])
      expect(sample.labels?.origin).toBe('by-hand')
      const reading = await shippedReading(sample, manifest)
      expect(reading?.condition).toEqual({ kind: 'labels', labels })
    },
  )

  it('call the boats on the shore no water', () => {
    const sample = landscapes.find(({ id }) => id === 'sample-evening-glow')
    const labels = decodeLayout(readFileSync(sample?.labels?.path ?? ''), 'boats', manifest.classes)
    const at = (x: number, y: number): number | undefined => labels.data[y * labels.width + x]
    for (const [x, y] of [[470, 460], [660, 460], [180, 560], [1010, 450]] as const) expect(at(x, y)).toBe(OTHER) // prettier-ignore
    for (const [x, y] of [[400, 340], [800, 360], [560, 500]] as const) expect(at(x, y)).toBe(WATER) // prettier-ignore
  })
})
