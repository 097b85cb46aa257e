import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import { Observable } from '../../shared/lib/observable.ts'

/** A file of the user's that holds make-up without the person who wore it. */
export interface KeptLook {
  /** `look-…`, made from its content, so that the same look is kept once. */
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

export const LOOK_EXTENSION = 'cocanvas-look'

/** The looks that can be chosen: opened from files, or kept in the open project. */
export class KeptLooks {
  readonly looks = new Observable<readonly KeptLook[]>([])

  find(id: string): KeptLook | undefined {
    return this.looks.get().find((look) => look.id === id)
  }

  add({ name, bytes }: NamedBytes): KeptLook {
    const id = `look-${digest(bytes)}`
    const known = this.find(id)
    if (known !== undefined) return known
    const look = { id, name: name.replace(/\.[^.]+$/, '') || name, bytes }
    this.looks.set([look, ...this.looks.get()])
    return look
  }

  dispose(): void {
    this.looks.dispose()
  }
}

export function isLookFile({ name }: { readonly name: string }): boolean {
  return name.toLowerCase().endsWith(`.${LOOK_EXTENSION}`)
}

/** FNV-1a in two halves: enough to tell a user's looks apart. */
function digest(bytes: Uint8Array): string {
  let [low, high] = [0x811c9dc5, 0x01000193]
  for (const [at, byte] of bytes.entries()) {
    if (at % 2 === 0) low = Math.imul(low ^ byte, 0x01000193)
    else high = Math.imul(high ^ byte, 0x01000193)
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}-${bytes.length.toString(36)}`
}
