import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { PackManifest } from '../../../../../electron/contract/pack-manifest.ts'
import { storedPackManifestSchema } from '../../../../../electron/contract/stored-pack-manifest.ts'
import { documentConditions } from '../../../../../renderer/synthesis/conditions/condition-port.ts'
import { GRASS, SKY, TestEditor } from '../../test-editor.ts'

const tiny = storedPackManifestSchema.parse(
  JSON.parse(readFileSync(new URL('../../../../fixtures/packs/tiny/manifest.json', import.meta.url), 'utf8')),
)
const withKinds = (kinds: readonly PackManifest['conditions'][number]['kind'][]): PackManifest => ({
  ...tiny,
  conditions: kinds.flatMap((kind) => tiny.conditions.map((each) => ({ ...each, kind }))),
})

const SIZE = { width: 32, height: 32 }

describe('documentConditions', () => {
  const user = new TestEditor()
  const conditions = documentConditions(() => ({
    document: user.store.getState().document,
    rasters: user.editor.rasters,
    layout: user.editor.layout.get(),
  }))

  it('gives the painted labels at the size of the picture, as they are now', () => {
    user.tool('rectangle').drag([0, 0], [256, 128])
    const drawn = conditions.now(tiny, SIZE, () => false)
    expect(drawn?.regions).toBeUndefined()
    expect(drawn?.condition).toMatchObject({ kind: 'labels', labels: SIZE })
    const data = drawn?.condition.kind === 'labels' ? drawn.condition.labels.data : new Uint8Array()
    expect([data[0], data[data.length - 1]]).toEqual([GRASS, SKY])
  })

  it('splits it by the photos of layers, where they may be used', () => {
    user.editor.layers.setPhoto(user.layerId, 'own-photo')
    expect(conditions.now(tiny, SIZE, (id) => id === 'own-photo')?.regions?.exemplarIds).toEqual(['own-photo'])
    expect(conditions.now(tiny, SIZE, () => false)?.regions).toBeUndefined()
  })

  // A pack that takes several kinds is of use as soon as the editor can draw one of them.
  it('takes the first kind of the pack that the editor can draw, and nothing where there is none', () => {
    expect(conditions.now(withKinds(['edges', 'labels']), SIZE, () => false)?.condition.kind).toBe('labels')
    expect(conditions.now(withKinds(['edges']), SIZE, () => false)).toBeUndefined()
  })
})
