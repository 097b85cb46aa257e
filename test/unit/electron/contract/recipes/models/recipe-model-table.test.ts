import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { neededAnnotators, recipeTakes } from '../../../../../../electron/contract/recipes/models/recipe-model-table.ts'
import { FAKE_MANIFEST } from '../../../inference/fake-pack.ts'

describe('recipeTakes', () => {
  it('edits photos with packs that are painted in classes alone', () => {
    expect(recipeTakes('photo-edit', FAKE_MANIFEST)).toBe(true)
    // Bug it would catch: "Edit a photo" at the start with a pack of poses alone, which ends in an error.
    const poses = { recipe: 'exemplar-synthesis', conditions: [{ kind: 'pose' as const }] }
    expect(recipeTakes('photo-edit', poses)).toBe(false)
    expect(recipeTakes('exemplar-synthesis', poses)).toBe(true)
  })

  it('puts make-up on without a pack', () => {
    expect(recipeTakes('make-up', FAKE_MANIFEST)).toBe(false)
  })
})

// A misspelt id would be told to users as an annotator that is missing.
it('neededAnnotators names annotators that ship', () => {
  const shipped = new URL('../../../../../../models/annotators/', import.meta.url)
  for (const id of neededAnnotators()) expect(existsSync(new URL(`${id}/manifest.json`, shipped)), id).toBe(true)
})
