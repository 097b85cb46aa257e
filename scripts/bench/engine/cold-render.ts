import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { THREADS } from './bench-host.ts'

/**
 * Wall time in milliseconds of one `cocanvas render` as a process of its own, from its start to its end, on a machine
 * that has never run Cocanvas: with a data folder of its own, so that nothing is remembered.
 *
 * @throws when the command fails, with what it said
 */
export async function coldRender(root: string): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-bench-'))
  try {
    const argv = [
      ...[path.join(root, 'dist/cli.js'), 'render', '--pack', 'landscape', '--size', '256'],
      ...['--layout', path.join(root, 'assets/layouts/mountain-lake.png')],
      ...['--exemplar', path.join(root, 'assets/exemplars/landscape/evening-glow.jpg')],
      ...['--out', path.join(folder, 'picture.png'), '--threads', String(THREADS)],
    ]
    const start = performance.now()
    await run(argv, { ...process.env, COCANVAS_DATA: path.join(folder, 'data') })
    return performance.now() - start
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`render ended with ${String(code)}: ${said}`))
    })
  })
}
