import type { ChooserRequest, FolderListing } from '../../contract/web-shell-protocol.ts'
import { ChooserView } from './chooser-view.ts'
import { chooserText } from './chooser-text.ts'
import type { FolderReader } from './folder-reader.ts'
import { resolveTarget } from './resolve-target.ts'

/** Shows the file chooser and resolves with absolute paths, or null when the user cancels. */
export function chooseFiles(request: ChooserRequest, folders: FolderReader): Promise<string[] | null> {
  const text = chooserText(document.documentElement.lang)
  return new Promise((resolve) => {
    let listing: FolderListing | undefined
    /** A save that would replace a file needs a second press. */
    let warnedAbout: string | undefined
    /** Accepted before the first folder was read: a quick hand must not have to press twice. */
    let acceptDue = false

    const finish = (paths: string[] | null): void => {
      view.close()
      resolve(paths)
    }
    const show = async (path: string | undefined): Promise<void> => {
      try {
        listing = await folders.listFolder(path)
        view.showFolder(listing)
        // What was typed while the first folder was read stays; a folder entered on purpose starts anew.
        if (path !== undefined) view.clearName()
        if (acceptDue) accept()
        acceptDue = false
      } catch (error) {
        view.showProblem(error instanceof Error ? error.message : String(error))
      }
    }
    const accept = (): void => {
      if (listing === undefined) {
        acceptDue = true
        return
      }
      const target = resolveTarget(request, listing, view.name, view.selected)
      if (target === undefined) return
      if (target.kind === 'folder') return void show(target.path)
      const [path] = target.paths
      if (request.mode === 'open' || path === undefined || path === warnedAbout) finish([...target.paths])
      else void save(path)
    }
    const save = async (path: string): Promise<void> => {
      try {
        if (await folders.fileExists(path)) {
          warnedAbout = path
          view.askToReplace()
        } else {
          finish([path])
        }
      } catch (error) {
        view.showProblem(error instanceof Error ? error.message : String(error))
      }
    }
    const view = new ChooserView(request, text, {
      accept,
      cancel: () => finish(null),
      renamed: () => (warnedAbout = undefined),
      enter: (path) => void show(path),
    })
    void show(undefined)
  })
}
