import type { ShellEvents } from '../contract/shell-api.ts'
import { shellEvents, type ShellEventName } from '../contract/shell-methods.ts'

type Listener<Name extends ShellEventName> = (event: ShellEvents[Name]) => void
type Listeners = { readonly [Name in ShellEventName]: Set<Listener<Name>> }
type Waiting = { readonly [Name in ShellEventName]: ShellEvents[Name][] }

/** Checks what the shell says unasked and hands it to its listeners; before the first listener of a kind it waits. */
export class EventRelay {
  private readonly listeners: Listeners = {
    documentOpened: new Set(),
    documentRefused: new Set(),
    photoNotice: new Set(),
    closeRequested: new Set(),
    menuCommand: new Set(),
    settingsChanged: new Set(),
    inferenceStopped: new Set(),
  }
  private readonly waiting: Waiting = {
    documentOpened: [],
    documentRefused: [],
    photoNotice: [],
    closeRequested: [],
    menuCommand: [],
    settingsChanged: [],
    inferenceStopped: [],
  }

  /** Events of unknown names or shapes come from another version of the shell; nobody could read them. */
  receive(name: string, event: unknown): void {
    if (isEventName(name)) this.deliver(name, shellEvents[name].safeParse(event).data)
  }

  on<Name extends ShellEventName>(name: Name, listener: Listener<Name>): () => void {
    const listeners: Set<Listener<Name>> = this.listeners[name]
    // A wrapper of its own, so that the same function may listen twice.
    const own: Listener<Name> = (event) => listener(event)
    listeners.add(own)
    const waiting: ShellEvents[Name][] = this.waiting[name]
    for (const event of waiting.splice(0)) own(event)
    return () => listeners.delete(own)
  }

  private deliver<Name extends ShellEventName>(name: Name, event: ShellEvents[Name] | undefined): void {
    if (event === undefined) return
    const listeners: Set<Listener<Name>> = this.listeners[name]
    if (listeners.size === 0) this.waiting[name].push(event)
    for (const listener of [...listeners]) listener(event)
  }
}

function isEventName(name: string): name is ShellEventName {
  return Object.hasOwn(shellEvents, name)
}
