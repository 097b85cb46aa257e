import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { trainingFolder } from '../setup/python-environment.mjs'
import { root } from '../setup/repository.mjs'
import { SetupError } from '../setup/run-command.mjs'

/** @typedef {import('../../electron/importer/architecture/official-variant.ts').OfficialVariantId} OfficialVariantId */

/** @type {readonly OfficialVariantId[]} */
export const VARIANTS = ['ade20k', 'ade20k-noise', 'celebahq', 'celebahqedge', 'deepfashion']

/**
 * @param {readonly string[]} words Names of variants; all of them where there are none.
 * @param {readonly OfficialVariantId[]} otherwise What no words mean.
 * @returns {readonly OfficialVariantId[]}
 */
export function chosenVariants(words, otherwise) {
  const unknown = words.find((word) => !VARIANTS.some((variant) => variant === word))
  if (unknown !== undefined)
    throw new SetupError(`There is no variant ${unknown}; choose from ${VARIANTS.join(', ')}.`, 2)
  return words.length === 0 ? otherwise : VARIANTS.filter((variant) => words.includes(variant))
}

/**
 * Runs something with a folder for gigabytes of weights, which is removed afterwards, however the work ends.
 *
 * @template Result
 * @param {(folder: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function inTemporaryFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cocanvas-official-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const leave = () => process.exit(130)
  process.once('SIGINT', leave)
  process.once('exit', remove)
  try {
    return await work(folder)
  } finally {
    process.off('SIGINT', leave)
    process.off('exit', remove)
    remove()
  }
}

/**
 * Has torch write a pair of the reference with seeded weights, at full width.
 *
 * @param {string} python
 * @param {OfficialVariantId} variant
 * @param {string} folder
 * @param {{ legacy?: boolean }} [options] Whether in the stream format of torch before 1.6.
 */
export async function writePair(python, variant, folder, { legacy = false } = {}) {
  const args = ['--variant', variant, '--out', folder, ...(legacy ? ['--legacy'] : [])]
  await textOf(python, ['-m', 'training.official.write_checkpoints', ...args], { cwd: trainingFolder })
  return {
    correspondence: path.join(folder, 'latest_net_Corr.pth'),
    generator: path.join(folder, 'latest_net_G.pth'),
  }
}

/**
 * Imports a pair with the built command line.
 *
 * @param {{ correspondence: string, generator: string }} pair
 * @param {OfficialVariantId} variant
 * @param {'fp16' | 'fp32' | 'int8'} precision
 * @param {string} folder Of the new pack.
 */
export async function importPair(pair, variant, precision, folder) {
  const program = path.join(root, 'dist/cli.js')
  const files = ['--corr', pair.correspondence, '--gen', pair.generator, '--out', folder]
  const choices = ['--variant', variant, '--precision', precision, '--accept-licence']
  await textOf(process.execPath, [program, 'import', ...files, ...choices])
}

/**
 * Runs a program and gives what it wrote to stdout.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Readonly<Record<string, string>>, statuses?: readonly number[] }} [options] What is added
 *   to the environment, and statuses that are answers too.
 * @returns {Promise<string>}
 */
export function textOf(command, args, { cwd = root, env = {}, statuses = [0] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ part) => (text += part))
    child.once('error', reject)
    child.once('close', (status) => {
      if (status !== null && statuses.includes(status)) resolve(text)
      else reject(new SetupError(`${command} ${args.join(' ')} ended with ${status ?? 'a signal'}.`))
    })
  })
}
