import { describe, expect, it } from 'vitest'
import { LastAnswers } from '../../../../electron/conditions/last-answers.ts'

describe('LastAnswers', () => {
  // Bug it would catch: one question's answer given to another, or every question asked anew.
  it('asks again only where a question has changed', () => {
    const asked: string[] = []
    const answers = new LastAnswers<string, number>((one, other) => one === other)
    const answer = (place: number, question: string): number =>
      answers.answer(place, question, (text) => asked.push(`${String(place)} ${text}`))
    expect([answer(0, 'a'), answer(1, 'a'), answer(0, 'a'), answer(0, 'b'), answer(1, 'a'), answer(0, 'a')]).toEqual([
      1, 2, 1, 3, 2, 4,
    ])
    expect(asked).toEqual(['0 a', '1 a', '0 b', '0 a'])
  })
})
