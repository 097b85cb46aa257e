import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { callOutcomeSchema } from '../../contract/call-outcome.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ProjectContent } from '../../contract/project-content.ts'
import { ProjectError } from './project-error.ts'

/** Gives a project's content from the bytes of its file; `name` is for messages. @throws ProjectError or ImageError */
export type UnpackProject = (bytes: Uint8Array, name: string) => Promise<ProjectContent>

/** The largest project takes a few seconds. */
const DEADLINE_MS = 120_000
/** Of JavaScript's own values; pixels lie beside them, bounded by what a project may hold. */
const HEAP_MEGABYTES = 1024

// Our own thread has checked it a moment ago.
const contentSchema = z.custom<ProjectContent>((value) => typeof value === 'object' && value !== null)

/**
 * Unpacks projects in threads of their own.
 *
 * @param program path of the built `unpack-program.ts`
 */
export function unpackInThread(program: string, deadlineMs = DEADLINE_MS): UnpackProject {
  return async (bytes, name) => {
    const worker = new Worker(program, {
      workerData: { bytes, name },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    })
    const deadline = AbortSignal.timeout(deadlineMs)
    try {
      const messages: unknown[] = await once(worker, 'message', { signal: deadline })
      return contentOf(messages[0])
    } catch (cause) {
      if (cause instanceof CocanvasError) throw cause
      throw new ProjectError(`${name} needs more time or memory than any project: open a backup of it.`, { cause })
    } finally {
      await worker.terminate()
    }
  }
}

function contentOf(message: unknown): ProjectContent {
  const outcome = callOutcomeSchema.parse(message)
  if (!outcome.ok) throw new CocanvasError(outcome.code, outcome.message)
  return contentSchema.parse(outcome.value)
}
