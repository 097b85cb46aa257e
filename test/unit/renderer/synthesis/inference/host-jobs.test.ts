import { describe, expect, it } from 'vitest'
import type { Exemplar, GenerationSettings } from '../../../../../electron/contract/generation-request.ts'
import type { HostEnd } from '../../../../../electron/contract/host-end.ts'
import type { ClientMessage, HostMessage } from '../../../../../electron/contract/inference-protocol.ts'
import type { InferenceConnection } from '../../../../../electron/contract/shell-api.ts'
import { HostJobs } from '../../../../../renderer/synthesis/inference/host-jobs.ts'
import { JobCancelled } from '../../../../../renderer/synthesis/inference/job-cancelled.ts'

const configuration = { packFolders: [], annotatorFolders: [], provider: 'cpu' as const, threads: 1, cacheBytes: 0 }
const pixels = { width: 1, height: 1, data: new Uint8Array(3) }
const photo: Exemplar = { image: pixels, condition: 'none' }

/** The host's end of a port. */
class Line {
  readonly sent: ClientMessage[] = []
  closed = false
  says: (message: HostMessage) => void = () => undefined

  get connection(): InferenceConnection {
    return {
      configuration,
      port: {
        send: (message) => void this.sent.push(message),
        subscribe: (listener) => {
          this.says = listener
          return () => {
            this.says = () => undefined
          }
        },
        close: () => {
          this.closed = true
        },
      },
    }
  }
}

/** A shell whose host says what the test says. */
class ShellDouble {
  readonly lines: Line[] = []
  /** Why the next connection fails. */
  refusal: Error | undefined
  end: (reason: HostEnd) => void = () => undefined
  readonly jobs = new HostJobs(
    {
      connectInference: () => (this.refusal === undefined ? this.#connect() : Promise.reject(this.refusal)),
      on: (_name, listener) => {
        this.end = (reason) => listener({ reason })
        return () => undefined
      },
    },
    () => undefined,
    (reason) => `The engine is gone: ${reason}.`,
  )

  get host(): Line {
    const line = this.lines.at(-1)
    if (line === undefined) throw new Error('Nobody connected.')
    return line
  }

  /** The kinds of message after the greeting. */
  get told(): readonly string[] {
    return this.host.sent.slice(1).map(({ type }) => type)
  }

  async ready(): Promise<void> {
    await settled()
    this.host.says({ type: 'ready', protocolVersion: 2, runtimeVersion: '1', availableProviders: ['cpu'] })
  }

  answer(jobId: string): void {
    const result = { viewId: 'live', revision: 1, image: pixels, packVersion: '1.0.0', timings: [] }
    this.host.says({ type: 'picture', jobId, result: { recipe: 'exemplar-synthesis', provider: 'cpu', ...result } })
  }

  #connect(): Promise<InferenceConnection> {
    const line = new Line()
    this.lines.push(line)
    return Promise.resolve(line.connection)
  }
}

const settings: GenerationSettings = {
  pack: { id: 'tiny' },
  condition: { kind: 'labels', labels: { width: 1, height: 1, data: new Uint8Array(1) } },
  size: { width: 64, height: 64 },
  seed: 0,
  options: {},
  viewId: 'live',
  revision: 1,
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('the jobs of the window', () => {
  it('connect at the first job, greet, and send the photo once', async () => {
    const shell = new ShellDouble()
    const first = shell.jobs.generate(settings, { exemplar: photo })
    await settled()
    expect(shell.host.sent.map(({ type }) => type)).toEqual(['hello'])
    await shell.ready()
    shell.answer('job-1')
    expect(await first.result).toMatchObject({ packVersion: '1.0.0' })
    void shell.jobs.generate(settings, { exemplar: photo })
    expect(shell.told).toEqual(['put-exemplar', 'generate', 'generate'])
    expect(shell.lines).toHaveLength(1)
  })

  // Bug it would catch: a picture that is waited for for ever, or a photo that the new host is believed to know.
  it('fail with the reason when the host ends, and the next one finds another host that is told all', async () => {
    const shell = new ShellDouble()
    const lost = shell.jobs.generate(settings, { exemplar: photo })
    await shell.ready()
    shell.end('ended')
    await expect(lost.result).rejects.toMatchObject({ code: 'host-unavailable', message: 'The engine is gone: ended.' })
    const next = shell.jobs.generate(settings, { exemplar: photo })
    await shell.ready()
    expect(shell.lines).toHaveLength(2)
    expect(shell.told).toEqual(['put-exemplar', 'generate'])
    shell.answer('job-2')
    expect(await next.result).toMatchObject({ viewId: 'live' })
  })

  it('fail with the sentence of a shell that has no host, and try again with the next job', async () => {
    const shell = new ShellDouble()
    shell.refusal = new Error('The engine cannot be started; install Cocanvas again.')
    await expect(shell.jobs.annotate(pixels, 'labels', 'tiny').result).rejects.toThrow('install Cocanvas again')
    shell.refusal = undefined
    void shell.jobs.annotate(pixels, 'labels', 'tiny')
    await shell.ready()
    expect(shell.told).toEqual(['annotate'])
  })

  it('fail when the host refuses the connection', async () => {
    const shell = new ShellDouble()
    const refused = shell.jobs.annotate(pixels, 'labels', 'tiny')
    await settled()
    shell.host.says({ type: 'error', code: 'protocol', message: 'The engine is of another version.' })
    await expect(refused.result).rejects.toThrow('The engine is of another version.')
    expect(shell.host.closed).toBe(true)
  })

  // Bug it would catch: new settings for the engine that no job ever uses, or a failure told where somebody only changed them.
  it('are cancelled without a word by reconnecting, and the next one connects anew', async () => {
    const shell = new ShellDouble()
    const running = shell.jobs.generate(settings, { exemplar: photo })
    await shell.ready()
    shell.jobs.reconnect()
    await expect(running.result).rejects.toBeInstanceOf(JobCancelled)
    expect(shell.host.closed).toBe(true)
    void shell.jobs.annotate(pixels, 'labels', 'tiny')
    await shell.ready()
    expect(shell.lines).toHaveLength(2)
  })

  it('that are cancelled before the host is there never reach it', async () => {
    const shell = new ShellDouble()
    const early = shell.jobs.annotate(pixels, 'labels', 'tiny')
    early.cancel()
    await expect(early.result).rejects.toBeInstanceOf(JobCancelled)
    await shell.ready()
    expect(shell.told).toEqual([])
  })

  it('close a port that comes after the window stopped asking', async () => {
    const shell = new ShellDouble()
    const early = shell.jobs.annotate(pixels, 'labels', 'tiny')
    shell.jobs.dispose()
    await expect(early.result).rejects.toBeInstanceOf(JobCancelled)
    await settled()
    expect(shell.host.closed).toBe(true)
  })
})
