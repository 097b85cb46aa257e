import { describe, expect, it } from 'vitest'

import { kindComparisons } from '../../../../scripts/structure/kind-comparisons.mjs'

describe('kindComparisons', () => {
  const kinds = ['label', 'group']

  it.each([
    "if (layer.kind === 'label') return",
    'if (below?.layer.kind !== other.kind) return',
    "const { kind } = layer; return kind === 'group'",
    "case 'group':",
    "if ('pictureId' in layer) return",
  ])('finds %s', (line) => {
    expect(kindComparisons('renderer/files/project/a.ts', `\n  ${line}\n`, kinds)).toEqual([line])
  })

  it('leaves other kinds of things alone, and the kinds themselves', () => {
    expect(kindComparisons('renderer/files/a.ts', "if (item.kind === 'picture') return", kinds)).toEqual([])
    expect(kindComparisons('renderer/files/layer-kinds/label/a.ts', "layer.kind === 'label'", kinds)).toEqual([])
  })
})
