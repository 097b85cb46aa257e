import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExemplarEntry } from '../../../../../electron/contract/exemplar-library.ts'
import type { LabelMap } from '../../../../../electron/contract/label-map.ts'
import { storedPackManifestSchema } from '../../../../../electron/contract/stored-pack-manifest.ts'
import { translator } from '../../../../../renderer/i18n/translate.ts'
import { LabelCorrection, type CorrectionSubject } from '../../../../../renderer/panels/correction/label-correction.ts'
import { photoLabels } from '../../../../../renderer/panels/correction/photo-labels.ts'
import { LABELS_LAYER } from '../../../../../renderer/panels/correction/label-document.ts'
import { favouriteToggled, paletteRestored } from '../../../../../renderer/model/palette/palette-slice.ts'
import { sameBytes } from '../../same-bytes.ts'
import { GRASS, SKY, TestEditor } from '../../test-editor.ts'

const manifest = storedPackManifestSchema.parse(
  JSON.parse(readFileSync(new URL('../../../../fixtures/packs/tiny/manifest.json', import.meta.url), 'utf8')),
)
const entry: ExemplarEntry = {
  id: 'own-1',
  origin: 'own',
  title: 'Hill',
  tags: [],
  width: 512,
  height: 256,
  readFor: [],
}

/** A window with a painted document, and a library of one photo that is all sky. */
function setUp({ disk = true } = {}): {
  user: TestEditor
  correction: LabelCorrection
  subject: CorrectionSubject
  stored: LabelMap[]
  told: unknown[]
} {
  const user = new TestEditor()
  user.tool('rectangle').drag([10, 10], [50, 50])
  const stored: LabelMap[] = []
  const told: unknown[] = []
  const labels = { width: 512, height: 256, data: new Uint8Array(512 * 256).fill(SKY) }
  const correction = new LabelCorrection({
    // The keys are for the end-to-end test; here nobody types.
    listen: () => ({ dispose: () => undefined }),
    habits: () => user.store.getState(),
    settings: { get: () => ({ shortcuts: {} }) },
    announcer: { tell: () => undefined, fail: (error) => void told.push(error) },
    text: translator('en'),
  })
  const library = {
    readings: {
      of: () => Promise.resolve({ packId: 'tiny', condition: { kind: 'labels' as const, labels }, corrected: false }),
    },
    photo: () => Promise.resolve({ width: 512, height: 256, data: new Uint8Array(512 * 256 * 3) }),
    correct: (_id: string, corrected: LabelMap) => {
      if (!disk) return Promise.reject(new Error('The disk is full.'))
      stored.push(corrected)
      return Promise.resolve()
    },
  }
  const subject = photoLabels(entry, manifest, {
    exemplars: { library, takeAgain: () => Promise.resolve() },
    announcer: { text: () => 'Hill' },
    takeFavourites: (favouriteIds) => void user.store.dispatch(paletteRestored({ favouriteIds })),
  })
  return { user, correction, subject, stored, told }
}

describe('correcting the labels of a photo', () => {
  it('never touches the user’s document, its history or its view', async () => {
    const { user, correction, subject, stored } = setUp()
    const before = { pixels: user.raster().data.slice(), document: user.store.getState().document, steps: user.steps }
    await correction.begin(subject)
    const raster = correction.open.get()?.editor.rasters.get(LABELS_LAYER)
    raster?.data.fill(GRASS, 0, 1000)
    await correction.keep()
    expect(stored).toHaveLength(1)
    expect(sameBytes(user.raster().data, before.pixels)).toBe(true)
    expect(user.store.getState().document).toBe(before.document)
    expect(user.steps).toBe(before.steps)
    user.editor.undo()
    expect(user.count(GRASS)).toBe(0)
  })

  it('gives an erased place the class that nothing matches', async () => {
    const { correction, subject, stored } = setUp()
    await correction.begin(subject)
    correction.open.get()?.editor.rasters.get(LABELS_LAYER)?.data.fill(255)
    await correction.keep()
    expect(new Set(stored[0]?.data)).toEqual(new Set([0]))
  })

  it('throws the work away on cancel, and on nothing else', async () => {
    const { correction, subject, stored, told } = setUp({ disk: false })
    await correction.begin(subject)
    await correction.keep()
    expect(told).toHaveLength(1)
    expect(correction.open.get()).toBeDefined()
    correction.cancel()
    expect(correction.open.get()).toBeUndefined()
    expect(stored).toEqual([])
  })
  it('knows when leaving would lose something, also in the middle of a stroke', async () => {
    const { correction, subject } = setUp()
    expect(correction.hasChanges).toBe(false)
    await correction.begin(subject)
    expect(correction.hasChanges).toBe(false)
    const editor = correction.open.get()?.editor
    const at = { x: 100, y: 100, pressure: 0.5 }
    const held = { shift: false, alt: false, ctrl: false, clicks: 1 }
    const pen = { samples: [at], at, screen: at, pointerType: 'pen', ...held } as const
    editor?.tools.pointerDown(pen)
    expect(correction.hasChanges).toBe(true)
    const to = { x: 200, y: 200, pressure: 0.5 }
    const moved = { ...pen, samples: [to], at: to, screen: to }
    editor?.tools.pointerMove(moved)
    editor?.tools.pointerUp(moved)
    expect(correction.hasChanges).toBe(true)
    editor?.undo()
    expect(correction.hasChanges).toBe(false)
  })

  it.each(['keep', 'cancel'] as const)('hands the stars given to classes back on %s', async (leave) => {
    const { user, correction, subject } = setUp()
    await correction.begin(subject)
    correction.open.get()?.store.dispatch(favouriteToggled(GRASS))
    await correction[leave]()
    expect(user.store.getState().palette.favouriteIds).toEqual([GRASS])
  })
})
