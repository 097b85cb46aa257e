import type { ExportSources } from './export-sources.ts'

/** PNG texts may be this long (electron/contract/image-file.ts). */
const LONGEST_TEXT = 100_000

/**
 * What a result's PNG says about itself, enough to make the same picture again: pack, settings, exemplars, and the
 * layout as an indexed PNG.
 *
 * @param layoutPng the layout that the picture was made from, encoded
 */
export function pictureMetadata(sources: ExportSources, layoutPng: Uint8Array): Readonly<Record<string, string>> {
  const { result, appVersion, name } = sources
  const software = { Software: `Cocanvas ${appVersion}`, Title: name }
  if (result === undefined) return software
  const { condition: _condition, ...settings } = result.settings
  const recipe = { formatVersion: 1, ...settings, packVersion: result.packVersion, exemplars: result.exemplarIds }
  const layout = base64(layoutPng)
  return {
    ...software,
    'Cocanvas Recipe': JSON.stringify(recipe),
    ...(layout.length > LONGEST_TEXT ? {} : { 'Cocanvas Layout': layout }),
  }
}

/** Bytes at a time: more arguments than this overflow the stack of some engines. */
const CHUNK = 8192

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(text)
}
