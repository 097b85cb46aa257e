import type { ExportKind } from '../contract/image-file.ts'

/** What a file is chosen for; it decides the dialog's title, filter and first folder. */
export type FilePurpose = 'project' | 'photos' | 'labels' | 'poses' | 'export'

/** A request for files that exist. */
export interface OpenRequest {
  readonly purpose: Exclude<FilePurpose, 'export'>
  readonly multiple: boolean
  /** Extensions without dot. */
  readonly extensions: readonly string[]
}

/** A request for the place of a new file. */
export interface SaveRequest {
  readonly purpose: 'project' | 'export'
  /** With its extension. */
  readonly suggestedName: string
  readonly extension: string
}

/**
 * Asks the user for files: natively in Electron, in the page in the web shell. Paths are absolute; undefined means that
 * the user cancelled. A save dialog has itself asked before an existing file is replaced.
 */
export interface Dialogs {
  chooseFiles(request: OpenRequest): Promise<readonly string[] | undefined>
  chooseTarget(request: SaveRequest): Promise<string | undefined>
}

export const PROJECT_EXTENSION = 'cocanvas'
export const PHOTO_EXTENSIONS = ['jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'heic', 'heif', 'avif', 'gif'] as const
export const EXPORT_EXTENSIONS: Readonly<Record<ExportKind, string>> = {
  png: 'png',
  jpeg: 'jpg',
  psd: 'psd',
  json: 'json',
  text: 'txt',
  /** Make-up without the person who wore it. */
  look: 'cocanvas-look',
}

/** A file name that every file system takes, ending in the extension. */
export function fileNameWith(name: string, extension: string): string {
  // Reserved characters of Windows are the strictest.
  const clean =
    name
      .replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 150) || 'Untitled'
  return clean.toLowerCase().endsWith(`.${extension}`) ? clean : `${clean}.${extension}`
}
