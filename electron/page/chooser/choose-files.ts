import type { ChooserRequest, FolderListing } from '../../contract/web-shell-protocol.ts'
import { ChooserView } from './chooser-view.ts'
import { chooserText } from './chooser-text.ts'
import { resolveTarget } from './resolve-target.ts'

type ListFolder = (path: string | undefined) => Promise<FolderListing>

/** Shows the file chooser and resolves with absolute paths, or null when the user cancels. */
export function chooseFiles(request: ChooserRequest, listFolder: ListFolder): Promise<string[] | null> {
  const text = chooserText(document.documentElement.lang)
  return new Promise((resolve) => {
    let listing: FolderListing | undefined
    /** A save that would replace a file needs a second press. */
    let warnedAbout: string | undefined

    const finish = (paths: string[] | null): void => {
      view.close()
      resolve(paths)
    }
    const show = async (path: string | undefined): Promise<void> => {
      try {
        listing = await listFolder(path)
        view.showFolder(listing)
      } catch (error) {
        view.showProblem(error instanceof Error ? error.message : String(error))
      }
    }
    const accept = (): void => {
      if (listing === undefined) return
      const target = resolveTarget(request, listing, view.name, view.selected)
      if (target === undefined) return
      if (target.kind === 'folder') return void show(target.path)
      if (request.mode === 'save' && target.exists && warnedAbout !== target.paths[0]) {
        warnedAbout = target.paths[0]
        view.askToReplace()
        return
      }
      finish([...target.paths])
    }
    const view = new ChooserView(request, text, {
      accept,
      cancel: () => finish(null),
      enter: (path) => void show(path),
    })
    void show(undefined)
  })
}
