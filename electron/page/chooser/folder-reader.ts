import type { FolderListing } from '../../contract/web-shell-protocol.ts'

/** What the chooser asks of the machine's folders; both reject with a sentence for the user. */
export interface FolderReader {
  /** Undefined = where the user chose last. */
  listFolder(path: string | undefined): Promise<FolderListing>
  /** Whether saving there would replace something. */
  fileExists(path: string): Promise<boolean>
}
