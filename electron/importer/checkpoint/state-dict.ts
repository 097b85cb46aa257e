import { CheckpointError, quoted, SAVE_STATE_DICT } from './checkpoint-error.ts'
import { asKind, type PickleDict, type PickleValue } from './pickle/pickle-value.ts'
import type { TensorDescriptor } from './tensors/tensor-descriptor.ts'

/** Named tensors, in the file's order. */
export type StateDict = ReadonlyMap<string, TensorDescriptor>

/** Names under which training scripts file the weights, most usual first. */
const USUAL_NAMES: readonly string[] = ['state_dict', 'model', 'model_state_dict', 'net', 'params_ema', 'params']

const DEEPEST_NESTING = 4

/** DataParallel and its kin put this before every key. */
const WRAPPER_PREFIX = /^(?:module\.)+/

/**
 * Finds the one set of named tensors in a pickled object: the object itself, or a dict inside it
 * (`{'state_dict': …, 'epoch': 3}`). `module.` prefixes are taken off.
 * @throws CheckpointError `not-a-state-dict`.
 */
export function findStateDict(object: PickleValue): StateDict {
  const root = asKind(object, 'dict')
  if (root === undefined) throw notAStateDict('it holds no named tensors')
  const candidates = collectCandidates(root)
  if (candidates.length === 0) {
    const optimizer = root.entries.has('param_groups')
    throw notAStateDict(optimizer ? "it holds an optimizer's state, not a network" : 'it holds no named tensors')
  }
  return withoutPrefixes(chooseCandidate(candidates))
}

interface Candidate {
  readonly name: string
  readonly dict: PickleDict
}

/** Breadth first; a dict that holds tensors itself is not searched further. Shared and cyclic dicts are seen once. */
function collectCandidates(root: PickleDict): Candidate[] {
  const seen = new Set<PickleDict>([root])
  const found: Candidate[] = []
  let level: Candidate[] = [{ name: '', dict: root }]
  for (let depth = 0; depth < DEEPEST_NESTING && level.length > 0; depth += 1) {
    found.push(...level.filter(({ dict }) => holdsTensors(dict)))
    const open = level.filter(({ dict }) => !holdsTensors(dict))
    level = open.flatMap((parent) => childDicts(parent, seen))
  }
  return found
}

function holdsTensors({ entries }: PickleDict): boolean {
  for (const [key, value] of entries) {
    if (typeof key === 'string' && asKind(value, 'tensor') !== undefined) return true
  }
  return false
}

function childDicts({ name, dict }: Candidate, seen: Set<PickleDict>): Candidate[] {
  const children: Candidate[] = []
  for (const [key, value] of dict.entries) {
    const child = asKind(value, 'dict')
    // Optimizers file their state under numbers, networks never do.
    if (child === undefined || typeof key !== 'string' || seen.has(child)) continue
    seen.add(child)
    children.push({ name: name === '' ? key : `${name}.${key}`, dict: child })
  }
  return children
}

function chooseCandidate(candidates: readonly Candidate[]): PickleDict {
  const [first, second] = candidates
  if (first !== undefined && second === undefined) return first.dict
  for (const usual of USUAL_NAMES) {
    const match = candidates.find(({ name }) => name === usual)
    if (match !== undefined) return match.dict
  }
  const names = candidates.slice(0, 4).map(({ name }) => quoted(name))
  throw notAStateDict(`it holds several sets of tensors (${names.join(', ')})`)
}

function withoutPrefixes({ entries }: PickleDict): StateDict {
  const tensors = new Map<string, TensorDescriptor>()
  for (const [key, value] of entries) {
    const tensor = asKind(value, 'tensor')?.tensor
    if (tensor === undefined || typeof key !== 'string') continue
    const name = key.replace(WRAPPER_PREFIX, '')
    if (tensors.has(name)) throw notAStateDict(`it holds ${quoted(name)} both with and without 'module.' before it`)
    tensors.set(name, tensor)
  }
  return tensors
}

function notAStateDict(what: string): CheckpointError {
  return new CheckpointError('not-a-state-dict', `${what}; ${SAVE_STATE_DICT}.`)
}
