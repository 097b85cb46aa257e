import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { InputRole } from '../../../contract/recipes/models/synthesis-manifest.ts'
import type { TensorDescription } from '../../../contract/pack-stage.ts'

/** The first input of a pack's graphs that has a role; undefined when none has it. */
export function inputOf(role: InputRole, { stages, inputs }: PackManifest): TensorDescription | undefined {
  return stages.flatMap((stage) => stage.inputs).find(({ name }) => inputs[name] === role)
}
