/** `npm run check:python`: lint, formatting and types of the training kit. */
import { ensurePython, trainingFolder } from './setup/python-environment.mjs'
import { runCommand, runScript } from './setup/run-command.mjs'

const CHECKS = [
  ['-m', 'ruff', 'check', '.'],
  ['-m', 'ruff', 'format', '--check', '.'],
  ['-m', 'mypy'],
]

await runScript(async () => {
  const python = await ensurePython()
  const statuses = []
  for (const check of CHECKS) statuses.push(await runCommand(python, check, { cwd: trainingFolder }))
  return statuses.find((status) => status !== 0) ?? 0
})
