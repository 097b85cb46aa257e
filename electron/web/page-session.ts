import { homedir } from 'node:os'
import type { ShellEvents } from '../contract/shell-api.ts'
import { pageMessageSchema, type PageMessage, type ServerMessage } from '../contract/web-shell-protocol.ts'
import { answerCall } from '../services/calls/answer-call.ts'
import { outcomeOf } from '../services/calls/call-outcome.ts'
import { shellCalls } from '../services/calls/shell-calls.ts'
import { PageJournals } from '../services/journal/page-journals.ts'
import { OpenPhotos } from '../services/photos/open-photos.ts'
import type { ShellServices } from '../services/shell-services.ts'
import { fileExists, listFolder } from '../services/files/folder-listing.ts'
import { PageDialogs } from './page-dialogs.ts'
import type { ValueChannel } from './value-channel.ts'

/** What a page may do to the program behind it. */
export interface PageHost {
  closeWindow(): void
  restartInference(): Promise<void>
  reportBug(error: unknown): void
}

/** One open page: answers its calls and carries its dialogs. */
export class PageSession {
  private readonly channel: ValueChannel
  private readonly dialogs: PageDialogs
  private readonly journals: PageJournals
  readonly photos = new OpenPhotos()
  private readonly unsubscribe: () => void

  constructor(channel: ValueChannel, services: ShellServices, host: PageHost) {
    this.channel = channel
    this.dialogs = new PageDialogs((id, request) => this.send({ type: 'choose', id, request }))
    this.journals = new PageJournals(services.journals)
    const calls = shellCalls(services, {
      dialogs: this.dialogs,
      journals: this.journals,
      photos: this.photos,
      tell: (name, event) => this.tell(name, event),
      // The page itself asks before it unloads.
      setUnsavedChanges: () => undefined,
      // A browser has no menu of ours.
      showMenu: () => undefined,
      close: () => host.closeWindow(),
      restartInference: () => host.restartInference(),
    })
    channel.onValue((value) => {
      const { data: message } = pageMessageSchema.safeParse(value)
      if (message === undefined) channel.close()
      else if (message.type === 'chosen') this.dialogs.answer(message.id, message.paths)
      else void this.answer(message, calls, host)
    })
    this.unsubscribe = services.settings.subscribe((settings) => this.tell('settingsChanged', settings))
    channel.onClose(() => this.dispose())
  }

  readonly tell = <Name extends keyof ShellEvents>(name: Name, event: ShellEvents[Name]): void => {
    this.send({ type: 'event', name, event })
  }

  private async answer(
    message: Exclude<PageMessage, { type: 'chosen' }>,
    calls: Parameters<typeof answerCall>[0],
    host: PageHost,
  ): Promise<void> {
    const report = (error: unknown): void => host.reportBug(error)
    const outcome =
      message.type === 'call'
        ? await answerCall(calls, message.name, message.input, report)
        : await outcomeOf(
            () =>
              message.type === 'file-exists'
                ? fileExists(message.path)
                : listFolder(message.path ?? this.dialogs.lastFolder ?? homedir(), message.extensions),
            report,
          )
    this.send({ type: 'answer', id: message.id, outcome })
  }

  private send(message: ServerMessage): void {
    this.channel.send(message)
  }

  private dispose(): void {
    this.unsubscribe()
    this.dialogs.dispose()
    this.journals.release()
    this.photos.release()
  }
}
