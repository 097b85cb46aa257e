import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'

/** Names of the stages that run again when a stroke changes the layout: those that the condition reaches. */
export function strokeStages({ stages, inputs }: Pick<PackManifest, 'stages' | 'inputs'>): ReadonlySet<string> {
  const reached = new Set(Object.keys(inputs).filter((name) => inputs[name] === 'condition'))
  const names = new Set<string>()
  for (const { name, inputs: taken, outputs } of stages) {
    if (!taken.some((input) => reached.has(input.name))) continue
    names.add(name)
    for (const output of outputs) reached.add(output.name)
  }
  return names
}
