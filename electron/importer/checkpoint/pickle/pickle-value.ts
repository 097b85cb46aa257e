import type { StorageDescriptor, TensorDescriptor } from '../tensors/tensor-descriptor.ts'

/** What a pickle may build here: plain data, never an object with behaviour. */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PickleBytes
  | PickleTuple
  | PickleList
  | PickleDict
  | PickleCallable
  | PickleStorage
  | PickleTensor

export interface PickleBytes {
  readonly kind: 'bytes'
  readonly bytes: Uint8Array
}

export interface PickleTuple {
  readonly kind: 'tuple'
  readonly items: readonly PickleValue[]
}

export interface PickleList {
  readonly kind: 'list'
  readonly items: PickleValue[]
}

/** A dict or an OrderedDict; a Map, so that a key such as `__proto__` is a key like any other. */
export interface PickleDict {
  readonly kind: 'dict'
  readonly entries: Map<PickleValue, PickleValue>
}

/** An allowed function or class, by its name only. */
export interface PickleCallable {
  readonly kind: 'callable'
  readonly name: string
}

/** A storage, or an old-style view of one that starts `viewOffset` elements into it. */
export interface PickleStorage {
  readonly kind: 'storage'
  readonly storage: StorageDescriptor
  readonly viewOffset: number
}

export interface PickleTensor {
  readonly kind: 'tensor'
  readonly tensor: TensorDescriptor
}

type PickleObject = Extract<PickleValue, { readonly kind: string }>
type OfKind<Kind extends PickleObject['kind']> = Extract<PickleObject, { readonly kind: Kind }>

/** The value if it is of that kind. */
export function asKind<Kind extends PickleObject['kind']>(
  value: PickleValue | undefined,
  kind: Kind,
): OfKind<Kind> | undefined {
  return isKind(value, kind) ? value : undefined
}

function isKind<Kind extends PickleObject['kind']>(value: PickleValue | undefined, kind: Kind): value is OfKind<Kind> {
  return typeof value === 'object' && value?.kind === kind
}
