import { describe, expect, it } from 'vitest'
import { JobRunner, type Job, type JobEnd } from '../../../../../electron/inference/scheduling/job-runner.ts'
import { yieldToEvents } from '../../../../../electron/inference/scheduling/yield-to-events.ts'

/** A runner that writes down what happens. */
class Recorder {
  readonly lines: string[] = []
  readonly runner = new JobRunner(
    ({ id }: Job, end: JobEnd) =>
      this.lines.push(end.kind === 'cancelled' ? `${id} ${end.reason}` : `${id} ${end.kind}`),
    yieldToEvents,
  )

  enqueue(id: string, slot?: string, work: Job['run'] = (checkpoint) => checkpoint()): void {
    const run: Job['run'] = async (checkpoint) => {
      this.lines.push(`${id} runs`)
      await work(checkpoint)
    }
    this.runner.enqueue(slot === undefined ? { id, run } : { id, slot, run })
  }
}

describe('JobRunner', () => {
  it('runs jobs one after another in order', async () => {
    const recorder = new Recorder()
    recorder.enqueue('a')
    recorder.enqueue('b')
    await recorder.runner.idle
    expect(recorder.lines).toEqual(['a runs', 'a done', 'b runs', 'b done'])
  })

  // Catches a queue that renders every stroke: a painter would watch pictures of minutes ago.
  it('lets a newer job take the waiting place of its slot, and only of its slot', async () => {
    const recorder = new Recorder()
    recorder.enqueue('running', 'view')
    recorder.enqueue('older', 'view')
    recorder.enqueue('other', 'another view')
    recorder.enqueue('newer', 'view')
    await recorder.runner.idle
    expect(recorder.lines).toEqual([
      'older replaced',
      'running runs',
      'running done',
      'newer runs',
      'newer done',
      'other runs',
      'other done',
    ])
  })

  it('stops a running job at its next checkpoint and no earlier', async () => {
    const recorder = new Recorder()
    recorder.enqueue('a', undefined, async (checkpoint) => {
      recorder.runner.cancel('a')
      recorder.lines.push('still computing')
      await checkpoint()
      recorder.lines.push('never reached')
    })
    await recorder.runner.idle
    expect(recorder.lines).toEqual(['a runs', 'still computing', 'a requested'])
  })

  it('cancels a waiting job at once and goes on after a failed one', async () => {
    const recorder = new Recorder()
    recorder.enqueue('fails', undefined, () => Promise.reject(new Error('no')))
    recorder.enqueue('waits')
    recorder.enqueue('last')
    recorder.runner.cancel('waits')
    await recorder.runner.idle
    expect(recorder.lines).toEqual(['waits requested', 'fails runs', 'fails failed', 'last runs', 'last done'])
  })

  // A host that lost its wake-up after falling idle would never answer again.
  it('wakes up for a job that comes after it fell idle', async () => {
    const recorder = new Recorder()
    recorder.enqueue('a')
    await recorder.runner.idle
    recorder.enqueue('b')
    await recorder.runner.idle
    expect(recorder.lines).toEqual(['a runs', 'a done', 'b runs', 'b done'])
  })
})
