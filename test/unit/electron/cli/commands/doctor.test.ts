import { expect, it } from 'vitest'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import { runInProcess } from '../run-in-process.ts'

it('doctor reports the runtime, each provider and each pack', async () => {
  const { exitCode, stdout } = await runInProcess(['doctor'])
  expect(exitCode).toBe(0)
  expect(stdout).toContain('onnxruntime  0.0.0-fake')
  expect(stdout).toMatch(/cpu +passed \(used\): The CPU works\./)
  expect(stdout).toContain('tiny: whole')
  expect(stdout).toContain('ade20k31: whole')
})

// Without it, every render that leaves the exemplar's labels to the annotator fails, while all packs are whole.
it('doctor misses the annotator that the packs rely on, and exits with 3', async () => {
  const { exitCode, stdout, stderr } = await runInProcess(['doctor'], { annotatorFolders: [] })
  expect(exitCode).toBe(3)
  expect(stdout).toContain('ade20k31: The annotator ade20k31 is not installed')
  // Make-up takes no pack, so no pack names what it needs.
  expect(stdout).toContain('face-mesh: The annotator face-mesh is not installed')
  expect(stderr).toContain('--exemplar-layout')
})

it('doctor still reports everything else when the host does not start, and exits with 4', async () => {
  const startEngine = () =>
    Promise.reject(new CocanvasError('host-unavailable', 'The runtime is missing; reinstall Cocanvas.'))
  const { exitCode, stdout, stderr } = await runInProcess(['doctor'], { startEngine })
  expect(exitCode).toBe(4)
  expect(stdout).toContain('tiny: whole')
  expect(stderr).toBe('The runtime is missing; reinstall Cocanvas.\n')
})

it('doctor exits with 3 without packs, and --json stays one object', async () => {
  const { exitCode, stdout } = await runInProcess(['doctor', '--json'], { packFolders: ['/no/such/folder'] })
  expect(exitCode).toBe(3)
  expect(JSON.parse(stdout)).toMatchObject({ command: 'doctor', packs: [], runtime: { version: '0.0.0-fake' } })
})
