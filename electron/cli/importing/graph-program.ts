import { graphRequestSchema } from './graph-message.ts'
import { runGraphOnce } from './run-graph-once.ts'

/**
 * dist/graph-program.js: runs one graph for its parent and ends. A process of its own, since a run cannot be interrupted
 * from JavaScript and the dense graph of an official pair takes seconds and two gigabytes.
 */
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => undefined)
process.once('message', (message) => void answer(message))

async function answer(message: unknown): Promise<void> {
  try {
    const { file, feeds } = graphRequestSchema.parse(message)
    const outputs = await runGraphOnce(file, feeds, new AbortController().signal)
    send({ outputs: new Map(outputs) })
  } catch (error) {
    send({ failure: error instanceof Error ? error.message : String(error) })
  }
}

function send(message: object): void {
  process.send?.(message, undefined, undefined, () => process.disconnect())
}
