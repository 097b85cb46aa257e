/** @typedef {{ name: string, seconds: number }} TimedThing */
/** @typedef {{ files: TimedThing[], tests: TimedThing[] }} TestTimes */

/**
 * How long each file and each test of Vitest's JSON report took.
 *
 * @param {string} json
 * @param {string} root Left out of file names.
 * @returns {TestTimes}
 */
export function vitestTimes(json, root) {
  /** @type {unknown} */
  const parsed = JSON.parse(json)
  const { testResults } = /** @type {{ testResults: { name: string, startTime: number, endTime: number,
      assertionResults: { fullName: string, duration?: number | null }[] }[] }} */ (parsed)
  return {
    files: testResults.map(({ name, startTime, endTime }) => ({
      name: fromRoot(name, root),
      seconds: (endTime - startTime) / 1000,
    })),
    tests: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        name: `${fromRoot(name, root)}: ${fullName}`,
        seconds: (duration ?? 0) / 1000,
      })),
    ),
  }
}

/**
 * The same of Playwright's JSON report; a test counts once for each shell, with its retries.
 *
 * @typedef {{ title: string, tests: { projectName: string, results: { duration: number }[] }[] }} SpecReport
 * @typedef {{ title: string, file: string, specs?: SpecReport[], suites?: SuiteReport[] }} SuiteReport
 * @param {string} json
 * @param {string} folder Where the specs lie, for their names.
 * @returns {TestTimes}
 */
export function playwrightTimes(json, folder) {
  /** @type {unknown} */
  const parsed = JSON.parse(json)
  const { suites } = /** @type {{ suites: SuiteReport[] }} */ (parsed)
  const tests = suites.flatMap((suite) => testsOf(suite, folder))
  /** @type {Map<string, number>} */
  const files = new Map()
  for (const { file, seconds } of tests) files.set(file, (files.get(file) ?? 0) + seconds)
  return { files: [...files].map(([name, seconds]) => ({ name, seconds })), tests }
}

/**
 * @param {SuiteReport} suite
 * @param {string} folder
 * @returns {(TimedThing & { file: string })[]}
 */
function testsOf({ file, specs = [], suites = [] }, folder) {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, results }) => ({
      file: `${folder}/${file}`,
      name: `${folder}/${file}: ${title} (${projectName})`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
  )
  return [...own, ...suites.flatMap((inner) => testsOf(inner, folder))]
}

/**
 * The slowest files and tests, as lines for the end of a run.
 *
 * @param {TestTimes} times
 * @param {number} count Of each.
 * @returns {string[]}
 */
export function slowestLines({ files, tests }, count) {
  /** @param {readonly TimedThing[]} things */
  const lines = (things) =>
    [...things]
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, count)
      .map(({ name, seconds }) => `  ${seconds.toFixed(1).padStart(7)} s  ${name}`)
  return tests.length === 0 ? [] : ['Slowest files:', ...lines(files), 'Slowest tests:', ...lines(tests)]
}

/**
 * @param {string} file
 * @param {string} root
 */
function fromRoot(file, root) {
  return file.startsWith(root) ? file.slice(root.length + 1) : file
}
