import { describe, expect, it } from 'vitest'

import { createAppStore } from '../../../../../renderer/app/store.ts'
import { exemplarChoiceRestored, exemplarChosen } from '../../../../../renderer/synthesis/exemplars/exemplar-slice.ts'
import { exemplarPart } from '../../../../../renderer/files/project/exemplar-part.ts'
import type { ExemplarEntry } from '../../../../../electron/contract/exemplar-library.ts'

const JPEG = [0xff, 0xd8]
const photo: ExemplarEntry = {
  id: 'own-1',
  origin: 'own',
  title: 'Hill',
  tags: [],
  width: 64,
  height: 64,
  readFor: [],
}

/** A library of one photo, of which each reading is told; its last byte says which part of it is used. */
function setUp() {
  let entry = photo
  let used = 1
  const store = createAppStore()
  store.dispatch(exemplarChosen(photo.id))
  const part = exemplarPart({
    shell: {
      readExemplarBytes: () => Promise.resolve({ name: 'hill.jpg', bytes: new Uint8Array([...JPEG, used]) }),
      listExemplars: () => Promise.resolve([entry]),
      addExemplar: () => Promise.reject(new Error('Nothing is added here.')),
      decodeImage: () => Promise.reject(new Error('Nothing is decoded here.')),
      encodeImage: () => Promise.reject(new Error('Nothing is encoded here.')),
    },
    store,
    entries: () => [entry],
    refresh: () => Promise.resolve(),
  })
  return {
    store,
    part,
    save: async () => (await part.save()).pictures.map(({ bytes }) => bytes.at(-1) ?? 0),
    show: (change: Partial<ExemplarEntry>, now: number) => {
      entry = { ...entry, ...change }
      used = now
    },
  }
}

describe('the photos in a project', () => {
  // Bug it would catch: a project that shows the whole photo on the next machine, though it was cut before the last save.
  it('are embedded as they are cut now', async () => {
    const { save, show } = setUp()
    expect(await save()).toEqual([1])
    show({ frame: { angle: 0, x: 0, y: 0, width: 0.5, height: 0.5 } }, 2)
    expect(await save()).toEqual([2])
  })

  // Bug it would catch: "water from another photo" of one document that stayed in every later one.
  it('for single classes do not follow into a document without any', async () => {
    const { store, part } = setUp()
    store.dispatch(exemplarChoiceRestored({ primaryId: photo.id, byClass: { 21: photo.id } }))
    await part.restore(undefined, new Map())
    expect(store.getState().exemplar).toMatchObject({ primaryId: photo.id, byClass: {} })
  })

  // Bug it would catch: every step of the journal reads every photo again.
  it('are read once while nothing changes', async () => {
    const { save, show } = setUp()
    await save()
    show({ usedAt: '2026-01-01T00:00:00Z' }, 2)
    expect(await save()).toEqual([1])
  })
})
