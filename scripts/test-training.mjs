/** `npm run test:training`: sets up the Python environment and runs the training kit's tests; further arguments go to pytest. */
import path from 'node:path'

import { ensurePython, trainingFolder } from './setup/python-environment.mjs'
import { reportsFolder } from './setup/repository.mjs'
import { runCommand, runScript } from './setup/run-command.mjs'

await runScript(async () => {
  const python = await ensurePython()
  const report = `--junit-xml=${path.join(reportsFolder, 'pytest.xml')}`
  return runCommand(python, ['-m', 'pytest', report, ...process.argv.slice(2)], { cwd: trainingFolder })
})
