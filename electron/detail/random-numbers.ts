/** Whole numbers that look random and are the same each time (xorshift, 32 bits), so that pictures can be repeated. */
export class RandomNumbers {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0 || 0x9e3779b9
  }

  /** 0 … bound − 1. */
  below(bound: number): number {
    let state = this.#state
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    this.#state = state
    return (state >>> 0) % bound
  }
}
