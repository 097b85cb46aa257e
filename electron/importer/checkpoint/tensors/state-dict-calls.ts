import { damaged } from '../checkpoint-error.ts'
import type { PickleCalls } from '../pickle/pickle-state.ts'
import { asKind, type PickleTuple, type PickleValue } from '../pickle/pickle-value.ts'
import { refusal } from '../pickle/refusal.ts'
import { STORAGE_CLASSES } from './element-type.ts'
import type { StorageRegistry } from './storage-registry.ts'
import { rebuildTensor } from './tensor-rebuild.ts'

type Call = (parameters: PickleTuple) => PickleValue

/** Everything that a state dict may name, apart from the storage classes. All else is refused by name. */
const ALLOWED_CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['collections.OrderedDict', makeOrderedDict],
  ['torch._utils._rebuild_tensor', ({ items }) => rebuildTensor(items)], // before torch 0.4
  ['torch._utils._rebuild_tensor_v2', ({ items }) => rebuildTensor(items)],
  ['torch._utils._rebuild_parameter', unwrapParameter],
  ['torch._utils._rebuild_parameter_with_state', unwrapParameter],
  ['torch.nn.parameter.Parameter', unwrapParameter],
  ['torch.Size', makeSize],
])

/** What names and persistent ids mean in a file written by torch.save; storages are noted in `storages`. */
export function stateDictCalls(storages: StorageRegistry): PickleCalls {
  return {
    requireAllowed(name) {
      if (!ALLOWED_CALLS.has(name) && !STORAGE_CLASSES.has(name)) throw refusal(name)
    },
    call(name, parameters) {
      const call = ALLOWED_CALLS.get(name)
      if (call === undefined) throw refusal(`a call of ${name}`)
      return call(parameters)
    },
    persistent(id) {
      return storages.resolve(id)
    },
  }
}

function makeOrderedDict({ items }: PickleTuple): PickleValue {
  if (items.length > 0) throw damaged('its pickle makes a dict from values of an unknown form')
  return { kind: 'dict', entries: new Map() }
}

/** Parameter(tensor, requires_grad, …): the tensor alone matters here. */
function unwrapParameter({ items }: PickleTuple): PickleValue {
  const tensor = asKind(items[0], 'tensor')
  if (tensor === undefined) throw damaged('its pickle makes a parameter without a tensor')
  return tensor
}

function makeSize({ items }: PickleTuple): PickleValue {
  const sizes = asKind(items[0], 'tuple') ?? asKind(items[0], 'list')
  if (sizes === undefined) throw damaged('its pickle makes a size without numbers')
  return { kind: 'tuple', items: sizes.items }
}
