import { describe, expect, it } from 'vitest'
import { readTags } from '../../../../../renderer/synthesis/exemplars/exemplar-tags.ts'

describe('the tags a user typed', () => {
  it('are the words between commas, each once', () => {
    expect(readTags(' lake, Evening light ,, lake,LAKE')).toEqual(['lake', 'Evening light'])
  })

  it('are never more or longer than the library takes, which would refuse all of them', () => {
    const tags = readTags(Array.from({ length: 50 }, (_, index) => `${index}${'x'.repeat(60)}`).join(','))
    expect(tags).toHaveLength(32)
    expect(tags.every((tag) => tag.length <= 40)).toBe(true)
  })
})
