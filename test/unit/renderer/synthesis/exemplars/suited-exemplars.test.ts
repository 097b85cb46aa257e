import { expect, it } from 'vitest'
import type { ExemplarEntry } from '../../../../../electron/contract/exemplar-library.ts'
import { suitedExemplars, suitedPhoto } from '../../../../../renderer/synthesis/exemplars/suited-exemplars.ts'

function entry(id: string, annotator?: string): ExemplarEntry {
  const fields = { id, origin: 'sample' as const, title: id, tags: [], width: 8, height: 8, readFor: [] }
  return annotator === undefined ? fields : { ...fields, annotator }
}

const entries = [entry('lake', 'ade20k31'), entry('face', 'face-parts'), entry('own')]
const idsFor = (annotator?: string): readonly string[] =>
  suitedExemplars(entries, annotator === undefined ? {} : { annotator }).map(({ id }) => id)

it('offers a pack of faces no mountains, but every photo of the user', () => {
  expect(idsFor('face-parts')).toEqual(['face', 'own'])
  expect(idsFor('ade20k31')).toEqual(['lake', 'own'])
})

it('offers everything to packs that read no exemplars, and before a pack is loaded', () => {
  expect(idsFor()).toEqual(['lake', 'face', 'own'])
  expect(suitedExemplars(entries, undefined)).toBe(entries)
})

it('takes another photo only where the chosen one is a sample of another field', () => {
  // Would catch: "no person was found" as the first thing that a new pack says, about a sample that nobody chose for it.
  const faces = { annotator: 'face-parts' }
  expect(suitedPhoto('lake', entries, faces)).toBe('face')
  expect(suitedPhoto('own', entries, faces)).toBe('own')
  expect(suitedPhoto(null, entries, faces)).toBe('face')
  expect(suitedPhoto('lake', entries.slice(0, 2), { annotator: 'body-pose' })).toBeNull()
  expect(suitedPhoto('gone', entries, faces)).toBe('gone')
})
