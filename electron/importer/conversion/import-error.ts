import { CheckpointError } from '../checkpoint/checkpoint-error.ts'
import { RecognitionError } from '../recognition/recognition-error.ts'
import { CocanvasError } from '../../contract/error-codes.ts'

/** The importer's own errors as the product's: their sentences are meant for users already. */
export function importFailure(error: unknown): unknown {
  if (error instanceof CheckpointError || error instanceof RecognitionError)
    return new CocanvasError('bad-request', error.message, { cause: error })
  return error
}
