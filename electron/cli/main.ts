import { ChildProcessStarter } from '../supervision/child-process-starter.ts'
import { EarlyStarter } from '../supervision/early-starter.ts'
import { cancelSignal } from './cancel-signal.ts'
import { GRAPH_PROGRAM, HOST_PROGRAM, PACKAGE_FILE } from './program-files.ts'

/** Commands that certainly need a host, unless they are asked for help. */
const HOST_COMMANDS: ReadonlySet<string | undefined> = new Set(['render', 'annotate'])

/** dist/cli.js: imports little, so that the host of such a command boots while the rest of the command line is read. */
const argv = process.argv.slice(2)
// Before there is a host: from then on, Ctrl-C has to end it too.
const signal = cancelSignal()
const asksHelp = argv.includes('--help') || argv.includes('-h')
const starter = new ChildProcessStarter(HOST_PROGRAM)
const early = HOST_COMMANDS.has(argv[0]) && !asksHelp ? new EarlyStarter(starter) : undefined
try {
  const { runCommandLine } = await import('./command-line.ts')
  const files = { packageFile: PACKAGE_FILE, graphProgram: GRAPH_PROGRAM }
  await runCommandLine(argv, early ?? starter, signal, files)
} finally {
  early?.discard()
}
