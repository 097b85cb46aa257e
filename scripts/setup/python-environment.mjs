import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { root } from './repository.mjs'
import { SetupError, mustRun } from './run-command.mjs'

export const trainingFolder = path.join(root, 'models/training')
const environment = path.join(trainingFolder, '.venv')
const stampFile = path.join(environment, 'installed-pins.sha256')

/** Prints the pins of pyproject.toml, one a line. It needs tomllib, so a Python that can run it is 3.11 or newer. */
const PRINT_PINS = `
import tomllib
project = tomllib.load(open("pyproject.toml", "rb"))["project"]
print("\\n".join(project["dependencies"] + project["optional-dependencies"]["dev"]))
`

/**
 * The Python that runs the training kit: the one that COCANVAS_PYTHON names, else models/training/.venv, made and filled
 * with the pins of pyproject.toml when it is missing or they have changed.
 *
 * @returns {Promise<string>} Path of the interpreter.
 * @throws {SetupError} when there is no Python 3.11 or a package cannot be installed.
 */
export async function ensurePython() {
  const chosen = process.env['COCANVAS_PYTHON']
  if (chosen) return chosen
  const { python, pins } = findPython()
  const stamp = createHash('sha256').update(pins.join('\n')).digest('hex')
  const interpreter = path.join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  if (existsSync(interpreter) && readStamp() === stamp) return interpreter
  console.error('Setting up models/training/.venv …')
  rmSync(environment, { recursive: true, force: true })
  await mustRun('Python cannot make a virtual environment; install its venv module.', python, [
    '-m',
    'venv',
    environment,
  ])
  await installPins(interpreter, pins)
  writeFileSync(stampFile, stamp)
  return interpreter
}

/**
 * @param {string} interpreter
 * @param {readonly string[]} pins
 */
async function installPins(interpreter, pins) {
  // Fail within seconds where there is no network, instead of pip's minutes of retries.
  const env = { PIP_DISABLE_PIP_VERSION_CHECK: '1', ...process.env, PIP_RETRIES: '0', PIP_DEFAULT_TIMEOUT: '3' }
  const complaint =
    'The Python packages of models/training/pyproject.toml could not be installed; connect to the internet and try again.'
  await mustRun(complaint, interpreter, ['-m', 'pip', 'install', '-qq', ...pins], { env })
}

/** @returns {{ python: string, pins: string[] }} */
function findPython() {
  for (const python of ['python3.11', 'python3', 'python']) {
    try {
      const printed = execFileSync(python, ['-c', PRINT_PINS], {
        cwd: trainingFolder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      return { python, pins: printed.trim().split(/\r?\n/) }
    } catch {
      // Missing or too old: the next name may be better.
    }
  }
  throw new SetupError('The training kit needs Python 3.11 or newer; install it and try again.')
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined
}
