import { dirname, extname, isAbsolute } from 'node:path'
import type { ChooserRequest } from '../contract/web-shell-protocol.ts'
import type { Dialogs, OpenRequest, SaveRequest } from '../services/dialogs.ts'

/** Dialogs shown by the page's own file chooser. */
export class PageDialogs implements Dialogs {
  private readonly ask: (id: number, request: ChooserRequest) => void
  private readonly waiting = new Map<number, (paths: readonly string[] | undefined) => void>()
  private lastId = 0
  private folder: string | undefined

  /** @param ask sends the question to the page, which answers with `chosen`. */
  constructor(ask: (id: number, request: ChooserRequest) => void) {
    this.ask = ask
  }

  /** Where the user chose last. */
  get lastFolder(): string | undefined {
    return this.folder
  }

  async chooseFiles({ purpose, multiple, extensions }: OpenRequest): Promise<readonly string[] | undefined> {
    return this.choose({ mode: 'open', purpose, multiple, extensions: [...extensions], suggestedName: '' })
  }

  async chooseTarget({ purpose, suggestedName, extension }: SaveRequest): Promise<string | undefined> {
    const paths = await this.choose({ mode: 'save', purpose, multiple: false, extensions: [extension], suggestedName })
    const path = paths?.[0]
    // A file without the extension could be any file of the user's, a shell script among them.
    return path === undefined || extname(path).slice(1).toLowerCase() === extension ? path : `${path}.${extension}`
  }

  /** The page's answer; anything but absolute paths counts as cancelled. */
  answer(id: number, paths: readonly string[] | null): void {
    const usable = paths !== null && paths.length > 0 && paths.every((path) => isAbsolute(path))
    if (usable && paths[0] !== undefined) this.folder = dirname(paths[0])
    this.waiting.get(id)?.(usable ? paths : undefined)
    this.waiting.delete(id)
  }

  /** The page is gone: every question is cancelled. */
  dispose(): void {
    for (const resolve of this.waiting.values()) resolve(undefined)
    this.waiting.clear()
  }

  private choose(request: ChooserRequest): Promise<readonly string[] | undefined> {
    const id = ++this.lastId
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      this.ask(id, request)
    })
  }
}
