import { describe, expect, it } from 'vitest'

import { createAppStore } from '../../../../../renderer/app/store.ts'
import { exemplarChoiceRestored, exemplarChosen } from '../../../../../renderer/synthesis/exemplars/exemplar-slice.ts'
import { exemplarPart } from '../../../../../renderer/files/project/exemplar-part.ts'
import type { ExemplarReading } from '../../../../../electron/contract/exemplar-reading.ts'
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
function setUp(corrections: ExemplarReading[] = []) {
  let entry = photo
  let used = 1
  const store = createAppStore()
  const adopted: ExemplarReading[] = []
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
    readings: {
      corrected: () => Promise.resolve(corrections.at(-1)),
      adopt: (_id, reading) => Promise.resolve(void adopted.push(reading)),
    },
  })
  return {
    store,
    part,
    adopted,
    save: async () => (await part.save()).pictures.map(({ bytes }) => bytes.at(-1) ?? 0),
    show: (change: Partial<ExemplarEntry>, now: number) => {
      entry = { ...entry, ...change }
      used = now
    },
  }
}

const labels = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) }
const labelled: ExemplarReading = { packId: 'tiny', condition: { kind: 'labels', labels }, corrected: true }
const posed: ExemplarReading = {
  packId: 'tiny-pose',
  condition: {
    kind: 'pose',
    width: 8,
    height: 8,
    points: Array.from({ length: 18 }, (_, x) => (x > 9 ? null : [x, 1])),
  },
  corrected: true,
}
const face: ExemplarReading = {
  packId: 'faces',
  condition: { kind: 'masks', labels, eyeglasses: labels },
  picture: { width: 3, height: 2, data: new Uint8Array(18).fill(7) },
  corrected: true,
}

describe('the photos in a project', () => {
  // Bug it would catch: labels painted for an hour that are gone when the project opens on another machine.
  it.each([
    ['labels', labelled],
    ['a pose', posed],
    ['the masks of a face that was cut out', face],
  ])('bring what a person corrected of them: %s', async (_, reading) => {
    const { part } = setUp([reading])
    const { state } = await part.save()
    const there = setUp()
    await there.part.restore(JSON.parse(JSON.stringify(state)), new Map())
    expect(there.adopted).toEqual([reading])
  })

  // The state as version 1.3 wrote it, and one that was tampered with.
  it('open from projects without any corrections, and ignore those that cannot be read', async () => {
    const { part, adopted, store } = setUp()
    const old = {
      primaryId: photo.id,
      byClass: { 3: photo.id },
      photos: [{ id: photo.id, name: 'a.jpg', pictureId: 'p' }],
    }
    await part.restore(old, new Map())
    expect(store.getState().exemplar).toMatchObject({ primaryId: photo.id, byClass: { 3: photo.id } })
    const readings = [{ id: photo.id, packId: 'tiny', text: 'bm8gcmVhZGluZw==' }]
    await part.restore({ ...old, readings }, new Map())
    expect(store.getState().exemplar).toMatchObject({ primaryId: photo.id })
    expect(adopted).toEqual([])
  })

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
    expect(store.getState().exemplar).toEqual({ primaryId: photo.id, byClass: {} })
  })

  // Bug it would catch: every step of the journal reads every photo again.
  it('are read once while nothing changes', async () => {
    const { save, show } = setUp()
    await save()
    show({ usedAt: '2026-01-01T00:00:00Z' }, 2)
    expect(await save()).toEqual([1])
  })
})
