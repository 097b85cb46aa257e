import { describe, expect, it } from 'vitest'
import type { ProjectContent, ProjectPicture } from '../../../../../electron/contract/project-content.ts'
import type { JournalBase, ProjectChange } from '../../../../../electron/contract/project-journal.ts'
import { ChangedTiles } from '../../../../../renderer/files/project/changed-tiles.ts'
import { ProjectJournal } from '../../../../../renderer/files/project/project-journal.ts'
import { RasterStore } from '../../../../../renderer/model/raster/raster-store.ts'

const SIDE = 64

/** A journal over one layer, and what reaches the disk in its order. */
function journalOfOneLayer() {
  const rasters = new RasterStore()
  rasters.put('layer', { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE) })
  const tiles = new ChangedTiles(rasters)
  rasters.subscribe((change) => tiles.note(change))
  const written: ({ base: JournalBase } | { change: ProjectChange })[] = []
  const interruptions: unknown[] = []
  const disk = {
    full: false,
    write: (act: () => void): Promise<void> => {
      if (disk.full) return Promise.reject(new Error('full'))
      act()
      return Promise.resolve()
    },
  }
  const document = { formatVersion: 1 } as const
  const pictures: ProjectPicture[] = []
  const journal = new ProjectJournal({
    tiles,
    snapshot: { document: () => Promise.resolve({ document, pictures }) },
    shell: {
      startJournal: (base) => disk.write(() => written.push({ base })),
      appendJournal: (_id, change) => disk.write(() => written.push({ change })),
      discardJournal: () => Promise.resolve(),
    },
    interrupted: (error) => void interruptions.push(error),
    report: (error) => {
      throw error
    },
  })
  const content = (): ProjectContent => ({ document, labelLayers: [], pictures: [] })
  const paint = (classId: number): void => {
    rasters.get('layer')?.data.fill(classId, 0, SIDE)
    rasters.touch('layer', { x: 0, y: 0, width: SIDE, height: 1 })
  }
  return { journal, written, content, paint, disk, interruptions, pictures }
}

describe('the journal of an open document', () => {
  // Bug it would catch: a photo of 20 MB that is written again with every stroke.
  it('writes a picture once, and again only when it is another', async () => {
    const { journal, written, content, pictures } = journalOfOneLayer()
    const picture = { id: 'photo', mediaType: 'image/png' as const, bytes: Uint8Array.of(1) }
    await journal.start({ journalId: 'one', title: '', content: content() }, journal.mark())
    pictures.push(picture)
    await journal.noteStep()
    await journal.noteStep()
    pictures.splice(0, 1, { ...picture, bytes: Uint8Array.of(2) })
    await journal.noteStep()
    const counts = written.flatMap((entry) => ('change' in entry ? [entry.change.pictures?.length ?? 0] : []))
    expect(counts).toEqual([1, 0, 1])
  })

  it('writes a step that was finished during a slow save once more, after the new base', async () => {
    // Bug it would catch: the new base lacks the stroke and the log that had it is gone, so that a crash loses it.
    const { journal, written, content, paint } = journalOfOneLayer()
    await journal.start({ journalId: 'one', title: '', content: content() }, journal.mark())
    const mark = journal.mark()
    paint(7)
    await journal.noteStep()
    await journal.start({ journalId: 'one', title: '', content: content() }, mark)
    const last = written.at(-1)
    expect(last).toHaveProperty('change.labelLayers.0.id', 'layer')
    expect(last !== undefined && 'change' in last ? last.change.labelLayers?.[0]?.labels.data[0] : undefined).toBe(7)
  })

  it('keeps the half of a stroke that was painted before a save for the step that finishes it', async () => {
    // Bug it would catch: tiles forgotten with the save, of which the finished stroke then lacks a part.
    const { journal, written, content, paint } = journalOfOneLayer()
    await journal.start({ journalId: 'one', title: '', content: content() }, journal.mark())
    const mark = journal.mark()
    paint(5)
    await journal.start({ journalId: 'one', title: '', content: content() }, mark)
    expect(
      written.every((entry) => 'base' in entry),
      'no step was finished',
    ).toBe(true)
    await journal.noteStep()
    expect(written.at(-1)).toHaveProperty('change.labelLayers.0.id', 'layer')
  })

  it('has nothing to write after a base that is the document', async () => {
    // Bug it would catch: every save doubles what the journal holds.
    const { journal, written, content, paint } = journalOfOneLayer()
    paint(5)
    await journal.start({ journalId: 'one', title: '', content: content() }, journal.mark())
    await journal.noteStep()
    expect(written.at(-1)).not.toHaveProperty('change.labelLayers')
    expect(written.at(-1)).not.toHaveProperty('change.patches')
  })

  // Bug it would catch: later steps on top of a missing one, which would be another document.
  it('appends nothing after a step that failed, and begins again from everything', async () => {
    const { journal, written, content, paint, disk, interruptions } = journalOfOneLayer()
    await journal.start({ journalId: 'one', title: '', content: content() }, journal.mark())
    disk.full = true
    paint(5)
    await journal.noteStep()
    disk.full = false
    await journal.noteStep()
    expect([journal.active, interruptions.length, written.length]).toEqual([false, 1, 1])
    await journal.start({ journalId: 'one', title: '', content: content() }, journal.mark())
    paint(6)
    await journal.noteStep()
    expect([journal.active, written.length]).toEqual([true, 3])
    expect(written.at(-1)).toHaveProperty('change')
  })
})
