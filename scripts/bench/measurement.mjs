/**
 * What a suite gives back. Times are milliseconds, memory is bytes, a ratio has no unit.
 *
 * @typedef {object} Measurement
 * @property {string} name Unique in its suite; says what and at which size.
 * @property {'milliseconds' | 'bytes' | 'ratio'} unit
 * @property {number} value
 * @property {number} [limit] Must not be exceeded.
 * @property {number} [aim] Wished for, and not demanded.
 *
 * @typedef {object} SuiteResult
 * @property {Readonly<Record<string, string | number>>} facts What was measured and how, for the report's reader.
 * @property {readonly Measurement[]} measurements In the order they are shown.
 *
 * @typedef {object} SuiteContext
 * @property {string} root The repository's root: a bundled suite cannot find it by itself.
 * @property {(text: string) => void} progress Shows a person what is being done.
 *
 * @typedef {(context: SuiteContext) => Promise<SuiteResult>} RunSuite
 */
export {}
