import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { conditionSchema, type Condition } from '../../../../../electron/contract/condition.ts'
import type { PackManifest } from '../../../../../electron/contract/pack-manifest.ts'
import { readPack } from '../../../../../electron/packs/installed-pack.ts'
import { ExemplarLibrary } from '../../../../../electron/services/exemplars/exemplar-library.ts'
import { encodeIndexedPng } from '../../../../../electron/services/project/indexed-png.ts'
import { gradientImage } from '../../images/picture-fixtures.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { sampleLabels } from '../project/sample-project.ts'

const DAY = 24 * 3600 * 1000
let photo: Uint8Array
let otherPhoto: Uint8Array

beforeAll(async () => {
  photo = await jpeg(120, 80)
  otherPhoto = await jpeg(64, 96)
})

async function jpeg(width: number, height: number): Promise<Uint8Array> {
  const { data } = gradientImage(width, height)
  return new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg()
      .toBuffer(),
  )
}

function labelled(width: number, height: number): Condition {
  return { kind: 'labels', labels: sampleLabels(width, height) }
}

const tiny = (await readPack(path.join(import.meta.dirname, '../../../../fixtures/packs/tiny'))).manifest

/** `tiny` is installed, once as it is and once as a pack whose exemplars another network reads. */
function packOf(packId: string): Promise<PackManifest> {
  if (packId === 'tiny') return Promise.resolve({ ...tiny, annotator: 'scenes' })
  if (packId === 'other') return Promise.resolve({ ...tiny, id: 'other', annotator: 'rooms' })
  return Promise.reject(new Error(`There is no pack ${packId}.`))
}

/** A library whose only sample is the first photo. */
function library(more: object = {}): { library: ExemplarLibrary; data: string; again: () => ExemplarLibrary } {
  const folder = temporaryFolder()
  const [data, assets] = [path.join(folder, 'data'), path.join(folder, 'assets')]
  mkdirSync(path.join(assets, 'exemplars/landscape'), { recursive: true })
  const sample = {
    id: 'sample-one',
    file: 'landscape/one.jpg',
    title: 'One',
    tags: ['hill'],
    attribution: 'Nobody, CC0',
    ...more,
  }
  writeFileSync(path.join(assets, 'exemplars/samples.json'), JSON.stringify([sample]))
  writeFileSync(path.join(assets, 'exemplars/landscape/one.jpg'), photo)
  const open = (): ExemplarLibrary => new ExemplarLibrary(data, assets, packOf)
  return { library: open(), data, again: open }
}

describe('the exemplar library', () => {
  it('shows samples with their author, and one’s own photos before them', async () => {
    const { library: exemplars, again } = library()
    const own = await exemplars.add({ name: 'Beach at dusk.jpeg', bytes: otherPhoto })
    expect(own).toMatchObject({ origin: 'own', title: 'Beach at dusk', width: 64, height: 96 })
    expect((await again().list()).map(({ title, width, attribution }) => [title, width, attribution])).toEqual([
      ['Beach at dusk', 64, undefined],
      ['One', 120, 'Nobody, CC0'],
    ])
  })

  // Bug it would catch: a full or locked disk on which the library could not even be shown, because showing it writes.
  it('is shown, with thumbnails, where nothing can be written', async () => {
    const { library: exemplars, data } = library()
    writeFileSync(data, 'a file where the folder should be')
    expect((await exemplars.list()).map(({ title, width }) => [title, width])).toEqual([['One', 120]])
    expect((await exemplars.readThumbnail('sample-one')).length).toBeGreaterThan(100)
    await exemplars.noteUsed('sample-one')
    await expect(exemplars.add({ name: 'a.jpg', bytes: otherPhoto })).rejects.toThrow(/ENOTDIR/)
  })

  // Bug it would catch: an entry of a newer version that was removed when the same photo was added once more.
  it('keeps what a newer version knows of a photo', async () => {
    const { library: exemplars, data } = library()
    const { id } = await exemplars.add({ name: 'a.jpg', bytes: photo })
    writeFileSync(path.join(data, 'exemplars', id, 'exemplar.json'), '{"formatVersion":9,"dear":"notes"}')
    await exemplars.add({ name: 'a.jpg', bytes: photo })
    const kept = readdirSync(path.join(data, 'exemplars')).find((name) => name.startsWith(`${id}.kept-`)) ?? ''
    expect(readFileSync(path.join(data, 'exemplars', kept, 'exemplar.json'), 'utf8')).toContain('notes')
    expect(await exemplars.list()).toHaveLength(2)
  })

  it('gives what its frame shows, forgets labels of another frame, and keeps the photo whole', async () => {
    const { library: exemplars } = library()
    const { id } = await exemplars.add({ name: 'a.jpg', bytes: photo })
    await exemplars.storeReading(id, { packId: 'tiny', condition: labelled(120, 80), corrected: true })
    const frame = { angle: 0, x: 0.5, y: 0, width: 0.5, height: 1 }
    expect(await exemplars.update(id, { frame })).toMatchObject({ frame, readFor: [] })
    expect(await exemplars.read(id, 1024)).toMatchObject({ width: 60, height: 80 })
    expect(await exemplars.readReading(id, 'tiny')).toBeUndefined()
    expect(await exemplars.readOriginal(id, 1024)).toMatchObject({ width: 120, height: 80 })
    expect(await exemplars.update(id, { tags: ['hill'] })).toMatchObject({ frame })
    const embedded = await exemplars.readBytes(id)
    expect(await sharp(embedded.bytes).metadata()).toMatchObject({ width: 60, height: 80, format: 'jpeg' })
    await exemplars.update(id, { frame: null })
    expect(await exemplars.read(id, 1024)).toMatchObject({ width: 120, height: 80 })
  })

  it('moves what was used last to the front', async () => {
    const { library: exemplars } = library()
    const own = await exemplars.add({ name: 'a.jpg', bytes: otherPhoto }, { now: new Date(Date.now() - DAY) })
    await exemplars.noteUsed('sample-one')
    expect((await exemplars.list()).map(({ id }) => id)).toEqual(['sample-one', own.id])
    await exemplars.noteUsed(own.id, new Date(Date.now() + DAY))
    expect((await exemplars.list()).map(({ id }) => id)).toEqual([own.id, 'sample-one'])
  })

  // Bug it would catch: the same photo dropped twice that fills the library with copies, or loses its tags.
  it('keeps the same bytes once, with what was said about them', async () => {
    const { library: exemplars } = library()
    const first = await exemplars.add({ name: 'a.jpg', bytes: otherPhoto })
    await exemplars.update(first.id, { title: 'Beach', tags: ['sea'] })
    const [second, third] = await Promise.all([
      exemplars.add({ name: 'b.jpg', bytes: otherPhoto }),
      exemplars.add({ name: 'c.jpg', bytes: otherPhoto }),
    ])
    expect(second).toEqual(third)
    expect(second).toMatchObject({ id: first.id, title: 'Beach', tags: ['sea'] })
  })

  it('gives back the stored file for embedding, a reduced picture and a thumbnail', async () => {
    const { library: exemplars } = library()
    const { id } = await exemplars.add({ name: 'a.jpg', bytes: otherPhoto })
    expect(Buffer.compare((await exemplars.readBytes(id)).bytes, otherPhoto)).toBe(0)
    // A project takes it to other machines under this name.
    expect((await exemplars.readBytes(id)).name).toMatch(/^a\.\w+$/)
    expect(await exemplars.read(id, 48)).toMatchObject({ width: 32, height: 48 })
    const thumbnail = await sharp(await exemplars.readThumbnail(id)).metadata()
    expect([thumbnail.format, thumbnail.width, thumbnail.height]).toEqual(['jpeg', 64, 96])
    // Kept, since a library of hundreds is scrolled often.
    expect(await exemplars.readThumbnail(id)).toEqual(await exemplars.readThumbnail(id))
  })

  it('keeps what a photo shows for a pack, and whether a person corrected it', async () => {
    const { library: exemplars, again } = library()
    const reading = { packId: 'tiny', condition: labelled(24, 16), corrected: true }
    expect(await exemplars.readReading('sample-one', 'tiny')).toBeUndefined()
    await exemplars.storeReading('sample-one', reading)
    expect(await again().readReading('sample-one', 'tiny')).toEqual(reading)
    expect((await again().list())[0]?.readFor).toEqual(['tiny'])
    expect(await exemplars.readReading('sample-one', 'landscape')).toBeUndefined()
  })

  // Would catch: a record that holds label maps alone, so that a pose is detected anew at every start.
  it('keeps a pose, and a face as it was cut out of the photo with its masks', async () => {
    const { library: exemplars, again } = library()
    const points = Array.from({ length: 18 }, (_, index) => (index === 3 ? null : ([index, 2 * index] as const)))
    const pose = { kind: 'pose' as const, width: 120, height: 80, points: points.map((point) => point && [...point]) }
    const picture = gradientImage(32, 32)
    const masks = { kind: 'masks' as const, labels: sampleLabels(32, 32), eyeglasses: sampleLabels(32, 32) }
    const readings = [
      { packId: 'people', condition: conditionSchema.parse(pose), corrected: false },
      { packId: 'faces', condition: conditionSchema.parse(masks), picture, corrected: false },
    ]
    for (const reading of readings) await exemplars.storeReading('sample-one', reading)
    for (const reading of readings) expect(await again().readReading('sample-one', reading.packId)).toEqual(reading)
  })

  // The very files that version 1.3 wrote: its library opens with the corrections that somebody painted for hours.
  it('reads the labels of an older version, and lets a newer reading take their place', async () => {
    const { library: exemplars, data } = library()
    const folder = path.join(data, 'exemplars', 'sample-one')
    mkdirSync(folder, { recursive: true })
    const record = { formatVersion: 1, width: 120, height: 80, usedAt: '2026-01-01T00:00:00.000Z' }
    writeFileSync(
      path.join(folder, 'exemplar.json'),
      JSON.stringify({ ...record, labels: { tiny: { corrected: true } } }),
    )
    const labels = sampleLabels(24, 16)
    writeFileSync(path.join(folder, 'labels-tiny.png'), await encodeIndexedPng(labels))
    expect((await exemplars.list())[0]?.readFor).toEqual(['tiny'])
    const condition = { kind: 'labels', labels }
    expect(await exemplars.readReading('sample-one', 'tiny')).toEqual({ packId: 'tiny', condition, corrected: true })
    const anew = { packId: 'tiny', condition: labelled(48, 32), corrected: false }
    await exemplars.storeReading('sample-one', anew)
    expect(await exemplars.readReading('sample-one', 'tiny')).toEqual(anew)
    expect(readdirSync(folder)).not.toContain('labels-tiny.png')
  })

  it('takes a damaged reading for none, so that the photo is read again', async () => {
    const { library: exemplars, data } = library()
    await exemplars.storeReading('sample-one', { packId: 'tiny', condition: labelled(24, 16), corrected: false })
    writeFileSync(path.join(data, 'exemplars', 'sample-one', 'reading-tiny.bin'), 'no reading at all')
    expect(await exemplars.readReading('sample-one', 'tiny')).toBeUndefined()
  })

  it('refuses what is no photo and leaves no trace of it', async () => {
    const { library: exemplars, data } = library()
    await expect(exemplars.add({ name: 'notes.txt', bytes: new TextEncoder().encode('hello') })).rejects.toThrow(
      /notes\.txt/,
    )
    expect(existsSync(path.join(data, 'exemplars'))).toBe(false)
  })

  it('removes one’s own and nothing that ships', async () => {
    const { library: exemplars } = library()
    const { id } = await exemplars.add({ name: 'a.jpg', bytes: otherPhoto })
    await exemplars.remove(id)
    expect((await exemplars.list()).map(({ origin }) => origin)).toEqual(['sample'])
    await expect(exemplars.readBytes(id)).rejects.toThrow(/no longer in the library/)
    expect(() => exemplars.remove('sample-one')).toThrow(/cannot be removed/)
    expect(() => exemplars.update('sample-one', { title: 'Mine' })).toThrow(/keeps its title/)
    expect(await exemplars.update('sample-one', { tags: ['mine'] })).toMatchObject({ title: 'One', tags: ['mine'] })
  })

  // Bug it would catch: an interrupted removal after which the same photo can never be added again.
  it('takes a photo again whose removal was cut short', async () => {
    const { library: exemplars, data } = library()
    const { id } = await exemplars.add({ name: 'a.jpg', bytes: otherPhoto })
    rmSync(path.join(data, 'exemplars', id, 'exemplar.json'))
    expect((await exemplars.list()).map(({ origin }) => origin)).toEqual(['sample'])
    expect(await exemplars.add({ name: 'a.jpg', bytes: otherPhoto })).toMatchObject({ id })
  })

  // Bug it would catch: an id from a page that is used as a path.
  it.each(['../../settings', 'own-../x', 'sample-', ''])('knows no exemplar called %j', async (id) => {
    const { library: exemplars } = library()
    await expect((async () => exemplars.readBytes(id))()).rejects.toThrow()
    await expect((async () => exemplars.readThumbnail(id))()).rejects.toThrow()
  })

  describe('a sample with labels of its own', () => {
    const labels = { file: 'landscape/one.labels.png', origin: 'by-hand' }
    const ids = tiny.classes.map(({ id }) => id)
    const data = Uint8Array.from({ length: 24 * 16 }, (_, place) => ids[place % ids.length] ?? 0)
    const shipped = { width: 24, height: 16, data }

    async function labelledLibrary(map = shipped): Promise<ExemplarLibrary> {
      const { library: exemplars, data } = library({ annotator: 'scenes', labels })
      const file = path.join(path.dirname(data), 'assets/exemplars', labels.file)
      writeFileSync(file, await encodeIndexedPng(map))
      return exemplars
    }

    it('shows exactly those, also where an annotator had read it before, and says where they come from', async () => {
      // Bug it would catch: boats that are labelled as water, as the annotator sees them.
      const exemplars = await labelledLibrary()
      const condition = { kind: 'labels', labels: shipped }
      await exemplars.storeReading('sample-one', { packId: 'tiny', condition: labelled(8, 8), corrected: false })
      expect(await exemplars.readReading('sample-one', 'tiny')).toEqual({ packId: 'tiny', condition, corrected: false })
      expect((await exemplars.list())[0]?.labelsOrigin).toBe('by-hand')
    })

    it('gives way to a person’s correction', async () => {
      const exemplars = await labelledLibrary()
      const corrected = { packId: 'tiny', condition: labelled(24, 16), corrected: true }
      await exemplars.storeReading('sample-one', corrected)
      expect(await exemplars.readReading('sample-one', 'tiny')).toEqual(corrected)
    })

    it('is read by a pack’s own annotator where classes differ, the frame does, or the pack is gone', async () => {
      const exemplars = await labelledLibrary()
      expect(await exemplars.readReading('sample-one', 'other')).toBeUndefined()
      expect(await exemplars.readReading('sample-one', 'gone')).toBeUndefined()
      await exemplars.update('sample-one', { frame: { angle: 0, x: 0, y: 0, width: 0.5, height: 0.5 } })
      expect(await exemplars.readReading('sample-one', 'tiny')).toBeUndefined()
      const foreign = await labelledLibrary({ width: 2, height: 1, data: Uint8Array.of(3, 254) })
      expect(await foreign.readReading('sample-one', 'tiny'), 'a class the pack does not have').toBeUndefined()
    })
  })
})
