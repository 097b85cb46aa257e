import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { conditionOfClasses } from '../../../../../electron/contract/class-maps.ts'
import type { RgbImage } from '../../../../../electron/contract/rgb-image.ts'
import { storedPackManifestSchema } from '../../../../../electron/contract/stored-pack-manifest.ts'
import { ActiveExemplar } from '../../../../../renderer/synthesis/exemplars/active-exemplar.ts'
import type { PhotoLibrary } from '../../../../../renderer/synthesis/exemplars/photo-library.ts'

const manifest = storedPackManifestSchema.parse(
  JSON.parse(readFileSync('test/fixtures/packs/tiny/manifest.json', 'utf8')) as unknown,
)
const SKY = 3
const WATER = 22

function plain(level: number): RgbImage {
  return { width: 64, height: 64, data: new Uint8Array(64 * 64 * 3).fill(level) }
}

it('shows the chosen photo also while a class takes its style from another', async () => {
  // Bug it would catch: the Exemplar view that showed the sheet of pieces which requests carry.
  const pictures: Readonly<Record<string, RgbImage>> = { first: plain(40), second: plain(200) }
  const labels = {
    width: 64,
    height: 64,
    data: Uint8Array.from({ length: 64 * 64 }, (_, at) => (at < 32 * 64 ? SKY : WATER)),
  }
  const library = {
    photo: (id: string) => Promise.resolve(pictures[id]),
    readings: {
      of: (id: string) =>
        Promise.resolve({ condition: conditionOfClasses('labels', labels, pictures[id] ?? plain(0)) }),
    },
    entries: { get: () => [] },
  } as unknown as PhotoLibrary
  const active = new ActiveExemplar(library)
  await active.use({ primaryId: 'first', byClass: { [WATER]: 'second' } }, manifest)
  expect(active.ready?.ids).toEqual(['first', 'second'])
  expect(active.ready?.photo).toBe(pictures['first'])
  expect(active.ready?.image, 'what requests carry is composed').not.toBe(pictures['first'])
})
