import { expect, it } from 'vitest'
import { noticesReducer, noticeShown, type NoticesState } from '../../../../../renderer/shared/notices/notices-slice.ts'

const shown = (...notices: readonly (readonly ['info' | 'success' | 'error', string])[]): readonly string[] =>
  notices
    .reduce<NoticesState>((state, [tone, text]) => noticesReducer(state, noticeShown({ tone, text })), { shown: [] })
    .shown.map(({ text }) => text)

it('lets the newest information take the place of older, and keeps errors', () => {
  // Bugs it would catch: information that piles up over the canvas; an error that a later success hides.
  expect(shown(['info', 'a'], ['success', 'b'], ['info', 'c'])).toEqual(['c'])
  expect(shown(['info', 'a'], ['error', 'b'], ['success', 'c'])).toEqual(['b', 'c'])
  expect(shown(['error', 'a'], ['error', 'b'], ['error', 'a'])).toEqual(['b', 'a'])
})
