/**
 * The last answer to each of a few questions that are asked again and again, mostly unchanged: between two strokes all parts of a
 * drawing but one stay as they were.
 */
export class LastAnswers<Question, Answer> {
  readonly #same: (one: Question, other: Question) => boolean
  readonly #last = new Map<number, { readonly question: Question; readonly answer: Answer }>()

  /** @param same whether two questions have the same answer */
  constructor(same: (one: Question, other: Question) => boolean) {
    this.#same = same
  }

  /**
   * @param place which of the questions this is
   * @param question must not be changed afterwards, nor its answer
   */
  answer(place: number, question: Question, find: (question: Question) => Answer): Answer {
    const last = this.#last.get(place)
    if (last !== undefined && this.#same(last.question, question)) return last.answer
    const answer = find(question)
    this.#last.set(place, { question, answer })
    return answer
  }
}
