import { describe, expect, it } from 'vitest'
import { packManifestSchema } from '../../../../electron/contract/pack-manifest.ts'
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
    const { match } = FAKE_MANIFEST.stages
    expect(faultOf({ stages: { ...FAKE_MANIFEST.stages, match: { ...match, file } } })).toMatch(/plain \.onnx file/)
  })

  it('refuses other versions of the format', () => {
    expect(faultOf({ formatVersion: 2 })).toBeDefined()
  })
})
