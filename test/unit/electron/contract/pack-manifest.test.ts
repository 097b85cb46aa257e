import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packManifestSchema } from '../../../../electron/contract/pack-manifest.ts'
import { storedPackManifestSchema } from '../../../../electron/contract/stored-pack-manifest.ts'
import { FAKE_MANIFEST } from '../inference/fake-pack.ts'

const faultOf = (changes: object): string | undefined =>
  packManifestSchema.safeParse({ ...FAKE_MANIFEST, ...changes }).error?.issues[0]?.message

const [sky, tree] = FAKE_MANIFEST.classes

describe('packManifestSchema', () => {
  it('accepts a sound manifest', () => {
    expect(faultOf({})).toBeUndefined()
  })

  // Two meanings of one id would paint one of them silently as the other.
  it('refuses an id that stands for two classes, also through an alias', () => {
    expect(faultOf({ classes: [sky, { ...tree, aliases: [{ id: 3, name: 'cloud' }] }] })).toBe(
      'class id 3 stands for both sky and cloud',
    )
  })

  it('refuses a channel beyond the condition', () => {
    expect(faultOf({ classes: [{ ...sky, channel: 2 }] })).toMatch(/class sky names a channel beyond/)
  })

  // A graph file outside the pack's folder would let a pack read, or name, anything on the disk.
  it.each(['../evil.onnx', '/etc/evil.onnx', 'a/b.onnx', 'graph.txt', '.onnx'])('refuses the graph file %s', (file) => {
    const stages = FAKE_MANIFEST.stages.map((stage) => ({ ...stage, file }))
    expect(faultOf({ stages })).toMatch(/plain \.onnx file/)
  })

  // It is made for a version that knows more recipes; "invalid input" would not say so.
  it('refuses a recipe for which this version takes no packs', () => {
    expect(faultOf({ recipe: 'make-up' })).toMatch(/made for a newer Cocanvas/)
  })

  it('refuses other versions of the format', () => {
    expect(faultOf({ formatVersion: 3 })).toBeDefined()
  })

  // Each of these would end in the middle of a picture, with a sentence about tensors.
  it('refuses stages that do not fit together', () => {
    const [exemplar, layout, ...others] = FAKE_MANIFEST.stages
    if (exemplar === undefined || layout === undefined) throw new Error('unreachable')
    expect(faultOf({ stages: [exemplar, ...others] })).toBe(
      'stage match takes layout_code, which no earlier stage makes and inputs do not declare',
    )
    expect(faultOf({ stages: [...others, exemplar, layout] })).toMatch(/^stage match takes layout_code/)
    expect(faultOf({ stages: [exemplar, layout, layout, ...others] })).toBe(
      'layout_code is made by two stages for labels',
    )
    expect(faultOf({ outputs: { ...FAKE_MANIFEST.outputs, confidence: 'trust' } })).toBe(
      'no stage makes trust, the confidence',
    )
  })

  it('refuses stages of which one kind of condition lacks some', () => {
    const conditions = [...FAKE_MANIFEST.conditions, { kind: 'pose', encoding: 'dense', channels: 20 }]
    expect(faultOf({ conditions })).toBeUndefined()
    const stages = FAKE_MANIFEST.stages.map((stage) =>
      stage.name === 'layout' ? { ...stage, condition: 'labels' } : stage,
    )
    expect(faultOf({ conditions, stages })).toMatch(/^stage match takes layout_code/)
  })

  it('refuses a channel beyond one of several conditions, and takes classes that one of them leaves out', () => {
    const withEdges = (classChannels: object): object => ({
      conditions: [...FAKE_MANIFEST.conditions, { kind: 'edges', encoding: 'dense', channels: 15, classChannels }],
    })
    expect(faultOf(withEdges({ 3: 15 }))).toMatch(/class sky names a channel beyond/)
    expect(faultOf(withEdges({ 3: 14 }))).toBeUndefined()
  })
})

describe('storedPackManifestSchema', () => {
  /** What shipped before format 2. */
  const file = new URL('../../../fixtures/manifests/landscape-1.3.0-format-1.json', import.meta.url)
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))

  // Every pack that somebody has imported so far is of format 1; it must go on working, and keep the same results.
  it('says of a file of format 1 what format 2 would say', () => {
    const { recipe, conditions, stages, inputs, outputs } = storedPackManifestSchema.parse(stored)
    expect({ recipe, conditions, inputs, outputs }).toEqual({
      recipe: 'exemplar-synthesis',
      conditions: [{ kind: 'labels', encoding: 'index', channels: 14 }],
      inputs: {
        exemplar: 'exemplar',
        exemplar_condition: 'exemplar-condition',
        condition: 'condition',
        temperature: 'temperature',
        query: 'query',
      },
      outputs: { picture: 'picture', preview: 'warp', confidence: 'confidence', correspondence: 'heat' },
    })
    expect(stages.map(({ name, keep }) => [name, keep])).toEqual([
      ['exemplar', true],
      ['layout', true],
      ['match', true],
      ['generate', false],
      ['correspondence', false],
    ])
  })

  it('reads format 2 as it is', () => {
    expect(storedPackManifestSchema.parse(JSON.parse(JSON.stringify(FAKE_MANIFEST)))).toEqual(FAKE_MANIFEST)
  })

  it('says where a file of format 1 is wrong, and that a format may be newer', () => {
    const faults = (changes: object): unknown => {
      const issue = storedPackManifestSchema.safeParse({ ...Object(stored), ...changes }).error?.issues[0]
      return [issue?.path.join('.'), issue?.message]
    }
    expect(faults({ task: 'poems' })).toEqual(['task', expect.stringContaining('labels')])
    expect(faults({ formatVersion: 3 })).toEqual(['formatVersion', expect.stringContaining('newer Cocanvas')])
  })
})
