import { expect, it } from 'vitest'
import { withFigures } from '../../../../scripts/bench/document.mjs'
import type { Report } from '../../../../scripts/bench/rounds.mjs'

const report: Report = {
  suite: 'engine',
  date: '2026-11-27T14:00:00.000Z',
  machine: { processor: 'Some CPU', cores: 2, node: '20.0.0' },
  facts: { threads: 2 },
  measurements: [
    { name: 'picture', unit: 'milliseconds', value: 200, limit: 160, aim: 80, rounds: [210, 200], met: false },
    { name: 'ratio', unit: 'ratio', value: 1.5, rounds: [1.4, 1.5] },
  ],
}
const before = 'Before.\n\n<!-- bench engine -->\nold figures\n<!-- end of bench engine -->\n\nAfter.\n'

it('replaces the old figures and nothing else, and does not hide a missed limit', () => {
  const text = withFigures(before, report)
  expect(text).not.toContain('old figures')
  expect(text).toMatch(/^Before\.\n\n<!-- bench engine -->\n/)
  expect(text).toMatch(/<!-- end of bench engine -->\n\nAfter\.\n$/)
  expect(text).toContain('| picture | 200 ms (missed) | 160 ms | 80 ms |')
  expect(text).toContain('Measured on 2026-11-27 on Some CPU, 2 cores, Node 20.0.0;')
  // A second time must not pile up.
  expect(withFigures(text, report)).toBe(text)
})

it('says where figures would go when the document has no place for them', () => {
  expect(() => withFigures('Nothing here.', report)).toThrow('put "<!-- bench engine -->"')
})
