import { z } from 'zod'
import { CocanvasError } from '../../contract/error-codes.ts'
import { callOutcomeSchema } from '../../contract/call-outcome.ts'
import { hostConfigurationSchema } from '../../contract/inference-protocol.ts'
import type { InferenceConnection } from '../../contract/shell-api.ts'
import {
  folderListingSchema,
  serverMessageSchema,
  WEB_SHELL_PATHS,
  type ChooserRequest,
  type FolderListing,
} from '../../contract/web-shell-protocol.ts'
import type { FolderReader } from '../chooser/folder-reader.ts'
import type { ShellTransport } from '../shell-transport.ts'
import { InferencePort } from '../inference-port.ts'
import { openSocket, type ValueSocket } from './open-socket.ts'

/** Asks the user for files; null = cancelled. */
export type ChooseFiles = (request: ChooserRequest, folders: FolderReader) => Promise<string[] | null>

const SHELL_IS_GONE = 'The program behind this page has ended: start Cocanvas anew; the last finished stroke is kept.'
const NO_HOST = 'The program that makes the pictures did not start: close other windows of Cocanvas, or start it anew.'

/** The web shell over one WebSocket; a second one carries pixels to and from the inference host. */
export class WebTransport implements ShellTransport {
  private readonly socket: Promise<ValueSocket>
  private readonly chooseFiles: ChooseFiles
  private readonly waiting = new Map<number, { resolve: (outcome: unknown) => void; reject: (error: Error) => void }>()
  private readonly listeners: ((name: string, event: unknown) => void)[] = []
  private lastId = 0
  private gone = false

  constructor(chooseFiles: ChooseFiles) {
    this.chooseFiles = chooseFiles
    this.socket = openSocket(WEB_SHELL_PATHS.shell)
    this.socket.then(
      (socket) => {
        socket.onValue((value) => this.receive(value))
        socket.onClose(() => this.failAll())
      },
      () => undefined,
    )
  }

  call(name: string, input: readonly unknown[]): Promise<unknown> {
    // Closing is the browser's own business; the server cannot do it.
    if (name === 'closeWindow') window.close()
    if (name === 'setUnsavedChanges') warnBeforeUnload(input[0] === true)
    return this.ask((id) => ({ type: 'call', id, name, input }))
  }

  onEvent(listener: (name: string, event: unknown) => void): void {
    this.listeners.push(listener)
  }

  async connectInference(): Promise<InferenceConnection> {
    await this.openShell()
    const socket = await openSocket(WEB_SHELL_PATHS.inference).catch(() => {
      throw new CocanvasError('host-unavailable', NO_HOST)
    })
    return new Promise((resolve, reject) => {
      socket.onClose(() => reject(new CocanvasError('host-unavailable', NO_HOST)))
      const port = new InferencePort(socket.send, socket.close)
      // The first message is the configuration; everything after it is the host's.
      let configured = false
      socket.onValue((value) => {
        if (configured) port.receive(value)
        else resolve({ port, configuration: hostConfigurationSchema.parse(value) })
        configured = true
      })
    })
  }

  private async openShell(): Promise<ValueSocket> {
    const socket = await this.socket.catch(() => undefined)
    if (socket === undefined || this.gone) throw new CocanvasError('host-unavailable', SHELL_IS_GONE)
    return socket
  }

  private async ask(message: (id: number) => object): Promise<unknown> {
    const socket = await this.openShell()
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      socket.send(message(id))
    })
  }

  private receive(value: unknown): void {
    const { data: message } = serverMessageSchema.safeParse(value)
    switch (message?.type) {
      case 'answer':
        this.waiting.get(message.id)?.resolve(message.outcome)
        this.waiting.delete(message.id)
        break
      case 'event':
        for (const listener of this.listeners) listener(message.name, message.event)
        break
      case 'choose':
        void this.choose(message.id, message.request)
        break
      case undefined:
        break
    }
  }

  private async choose(id: number, request: ChooserRequest): Promise<void> {
    const listFolder = async (path: string | undefined): Promise<FolderListing> => {
      const { extensions } = request
      const outcome = await this.ask((question) => ({
        type: 'list-folder',
        id: question,
        extensions,
        ...(path === undefined ? {} : { path }),
      }))
      return folderListingSchema.parse(unwrapped(outcome))
    }
    const fileExists = async (path: string): Promise<boolean> =>
      z.boolean().parse(unwrapped(await this.ask((question) => ({ type: 'file-exists', id: question, path }))))
    const paths = await this.chooseFiles(request, { listFolder, fileExists }).catch(() => null)
    ;(await this.socket).send({ type: 'chosen', id, paths })
  }

  private failAll(): void {
    this.gone = true
    for (const { reject } of this.waiting.values()) reject(new CocanvasError('host-unavailable', SHELL_IS_GONE))
    this.waiting.clear()
    for (const listener of this.listeners) listener('inferenceStopped', { reason: 'shell-gone' })
  }
}

function unwrapped(value: unknown): unknown {
  const outcome = callOutcomeSchema.parse(value)
  if (!outcome.ok) throw new CocanvasError(outcome.code, outcome.message)
  return outcome.value
}

const askBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault()

/** The browser asks in its own words whether unsaved work may go. */
function warnBeforeUnload(unsaved: boolean): void {
  if (unsaved) window.addEventListener('beforeunload', askBeforeUnload)
  else window.removeEventListener('beforeunload', askBeforeUnload)
}
