import { describe, expect, it } from 'vitest'
import { readBenchArguments } from '../../../../scripts/bench/bench-arguments.mjs'

const known = ['engine', 'editor']

describe('the words after npm run bench --', () => {
  it('are suites, rounds and a wish to fail; without suites all run', () => {
    expect(readBenchArguments([], known)).toEqual({
      help: false,
      names: known,
      rounds: 3,
      check: false,
      document: false,
    })
    expect(readBenchArguments(['editor', '--rounds', '5', '--check', '--document'], known)).toEqual({
      help: false,
      names: ['editor'],
      rounds: 5,
      check: true,
      document: true,
    })
  })

  // A mistyped suite that is silently left out looks like one that has nothing to report.
  it.each([
    [['edtor'], 'bench knows no edtor; name some of its suites: engine, editor.'],
    [['--rounds', '0'], '--rounds needs a whole number from 1 to 50.'],
    [['--rounds'], '--rounds needs a whole number from 1 to 50.'],
  ])('%j is refused', (argv, sentence) => {
    expect(() => readBenchArguments(argv, known)).toThrow(sentence)
  })
})
