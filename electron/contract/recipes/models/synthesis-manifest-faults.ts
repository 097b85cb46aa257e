import type { ConditionKind } from '../../condition-kind.ts'
import type { TensorDescription } from '../../pack-stage.ts'

/** The parts of a manifest that have to agree with each other. */
interface CheckedManifest {
  readonly classes: readonly {
    readonly id: number
    readonly name: string
    readonly channel: number
    readonly aliases: readonly { readonly id: number; readonly name: string }[]
  }[]
  readonly conditions: readonly {
    readonly kind: ConditionKind
    readonly encoding: string
    readonly channels: number
    readonly classChannels?: Readonly<Record<string, number>> | undefined
  }[]
  readonly stages: readonly {
    readonly name: string
    readonly condition?: ConditionKind | undefined
    readonly inputs: readonly TensorDescription[]
    readonly outputs: readonly TensorDescription[]
  }[]
  readonly inputs: Readonly<Record<string, unknown>>
  readonly annotator?: string | undefined
  readonly exemplarPreparation?: string | undefined
  readonly outputs: {
    readonly picture: string
    readonly preview: string
    readonly confidence?: string | undefined
    readonly correspondence?: string | undefined
  }
}

/** Where the parts of a manifest contradict each other, as sentences without a full stop; none when it is sound. */
export function manifestFaults(manifest: CheckedManifest): readonly string[] {
  return [
    ...classFaults(manifest),
    ...manifest.conditions.flatMap((condition) => conditionFaults(condition, manifest)),
    ...manifest.conditions.flatMap(({ kind }) => stageFaults(kind, manifest)),
    ...(manifest.exemplarPreparation !== undefined && manifest.annotator === undefined
      ? ['a pack whose exemplars are prepared needs an annotator']
      : []),
  ]
}

function classFaults({ classes }: CheckedManifest): readonly string[] {
  const seen = new Map<number, string>()
  return classes.flatMap((entry) =>
    [entry, ...entry.aliases].flatMap(({ id, name }) => {
      const other = seen.get(id)
      seen.set(id, name)
      return other === undefined ? [] : [`class id ${String(id)} stands for both ${other} and ${name}`]
    }),
  )
}

function conditionFaults(
  { kind, encoding, channels, classChannels }: CheckedManifest['conditions'][number],
  { classes, conditions }: CheckedManifest,
): readonly string[] {
  const faults: string[] = []
  if (conditions.filter((other) => other.kind === kind).length > 1) faults.push(`condition ${kind} is listed twice`)
  if (encoding !== 'dense' && classes.length === 0) faults.push('a labelled pack needs at least one class')
  for (const { id, name, channel } of classes) {
    const used = classChannels === undefined ? channel : classChannels[String(id)]
    if (used !== undefined && used >= channels) faults.push(`class ${name} names a channel beyond the condition`)
  }
  return faults
}

/** Follows the stages of one kind of condition in order: each input must be there when its stage runs. */
function stageFaults(kind: ConditionKind, { stages, inputs, outputs }: CheckedManifest): readonly string[] {
  const faults: string[] = []
  const made = new Set<string>()
  for (const stage of stages.filter(({ condition }) => condition === undefined || condition === kind)) {
    for (const { name } of stage.inputs)
      if (!made.has(name) && !Object.hasOwn(inputs, name))
        faults.push(`stage ${stage.name} takes ${name}, which no earlier stage makes and inputs do not declare`)
    for (const { name } of stage.outputs) {
      if (made.has(name)) faults.push(`${name} is made by two stages for ${kind}`)
      made.add(name)
    }
  }
  for (const [role, name] of Object.entries(outputs))
    if (name !== undefined && !made.has(name)) faults.push(`no stage makes ${name}, the ${role}`)
  return faults
}
