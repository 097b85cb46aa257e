import { OFFICIAL_TASKS, type OfficialTask } from '../architecture/official-task.ts'
import type { CandidateFile } from './candidate-file.ts'
import { RecognitionError } from './recognition-error.ts'
import { correspondenceConditionChannels } from './recognise-correspondence.ts'
import { generatorTrainedChannels } from './recognise-generator.ts'

/** The official task that both files were trained for. @throws RecognitionError `wrong-task`. */
export function recogniseTask(correspondence: CandidateFile, generator: CandidateFile): OfficialTask {
  const task = taskOf(correspondence, correspondenceConditionChannels(correspondence))
  const other = taskOf(generator, generatorTrainedChannels(generator))
  if (task === other) return task
  const message = `${correspondence.fileName} was trained for ${task.id} but ${generator.fileName} for ${other.id}; give two files of one release.`
  throw new RecognitionError('wrong-task', message)
}

function taskOf({ fileName }: CandidateFile, channels: number): OfficialTask {
  const task = OFFICIAL_TASKS.find(({ conditionChannels }) => conditionChannels === channels)
  if (task !== undefined) return task
  const known = OFFICIAL_TASKS.map(({ id, conditionChannels }) => `${String(conditionChannels)} (${id})`)
  const message = `${fileName} was trained for a condition of ${String(channels)} channels, but the official tasks have ${known.join(', ')}; give a file of one of these.`
  throw new RecognitionError('wrong-task', message)
}
