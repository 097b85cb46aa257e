import { readdirSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'
import { SetupError } from '../setup/run-command.mjs'

/**
 * Which runner the words of `npm test -- …` are for. Options go to Vitest; names (parts of a test's path) go to every
 * runner that has such a test.
 *
 * @param {readonly string[]} words
 * @param {readonly string[]} tests Paths from the repository's root.
 * @returns {{ vitest: string[] | undefined, specs: string[] | undefined }} undefined: that runner is not started.
 * @throws {SetupError} for a name that no test has.
 */
export function chooseTests(words, tests = allTests()) {
  const options = words.filter((word) => word.startsWith('-'))
  const names = words.filter((word) => !word.startsWith('-'))
  // Options are Vitest's; the other runner would not understand them.
  if (names.length === 0) return { vitest: options, specs: options.length === 0 ? [] : undefined }
  /** @type {string[]} */
  const vitest = []
  /** @type {string[]} */
  const specs = []
  for (const name of names) {
    const found = tests.filter((file) => file.includes(name))
    if (found.length === 0)
      throw new SetupError(`No test's path contains "${name}"; write a part of one, such as "painting".`)
    if (found.some((file) => file.endsWith('.test.ts'))) vitest.push(name)
    if (found.some((file) => file.endsWith('.spec.ts'))) specs.push(name)
  }
  return {
    vitest: vitest.length === 0 ? undefined : [...options, ...vitest],
    specs: specs.length === 0 || options.length > 0 ? undefined : specs,
  }
}

function allTests() {
  const entries = readdirSync(path.join(root, 'test'), { recursive: true, withFileTypes: true })
  return entries
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => file.endsWith('.test.ts') || (file.startsWith('test/e2e/') && file.endsWith('.spec.ts')))
}
