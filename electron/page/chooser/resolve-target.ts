import type { ChooserRequest, FolderListing } from '../../contract/web-shell-protocol.ts'

/** What the user means by what is typed and selected. */
export type Target =
  { readonly kind: 'folder'; readonly path: string } | { readonly kind: 'files'; readonly paths: readonly string[] }

/**
 * A typed name wins over a selection; a typed absolute path may lead anywhere. Undefined when nothing is meant yet.
 *
 * @param selected paths of selected entries
 */
export function resolveTarget(
  request: Pick<ChooserRequest, 'mode' | 'extensions'>,
  listing: FolderListing,
  name: string,
  selected: readonly string[],
): Target | undefined {
  const typed = name.trim()
  if (typed === '') return selected.length === 0 ? undefined : { kind: 'files', paths: selected }
  const absolute = isAbsolute(typed)
  const known = listing.entries.find((entry) => entry.name === typed || entry.path === typed)
  if (known?.kind === 'folder') return { kind: 'folder', path: known.path }
  if (absolute && /[\\/]$/.test(typed)) return { kind: 'folder', path: typed }
  if (request.mode === 'open') {
    return { kind: 'files', paths: [absolute ? typed : joined(listing.path, typed)] }
  }
  const complete = withExtension(typed, request.extensions[0] ?? '')
  return { kind: 'files', paths: [absolute ? complete : joined(listing.path, complete)] }
}

function isAbsolute(path: string): boolean {
  return /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path)
}

function joined(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  return folder.endsWith(separator) ? folder + name : folder + separator + name
}

function withExtension(name: string, extension: string): string {
  return extension === '' || name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`
}
