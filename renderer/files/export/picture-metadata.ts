import { classMapOf } from '../../../electron/contract/class-maps.ts'
import { toBase64 } from '../../shared/lib/base64.ts'
import type { ExportSources } from './export-sources.ts'

/** PNG texts may be this long (electron/contract/image-file.ts). */
const LONGEST_TEXT = 100_000

/**
 * What a result's PNG says about itself, enough to make the same picture again: pack, settings, exemplars, and the
 * drawing: a pose or lines in the recipe, class ids as an indexed PNG. Where parts have photos of their own, `Cocanvas
 * Regions` is a PNG too, in which n means the n-th of these photos.
 *
 * @param layoutPng the class ids that the picture was made from, encoded; undefined where it was made from something
 * else
 * @param regionsPng the map of its regions, if it has any
 */
export function pictureMetadata(
  sources: ExportSources,
  layoutPng: Uint8Array | undefined,
  regionsPng?: Uint8Array,
): Readonly<Record<string, string>> {
  const { result, appVersion, name } = sources
  const software = { Software: `Cocanvas ${appVersion}`, Title: name }
  if (result === undefined) return software
  const { condition, ...settings } = result.settings
  const recipe = {
    formatVersion: 1,
    ...settings,
    // Pixels go into a PNG of their own; a pose or lines are short enough for the recipe itself.
    condition: classMapOf(condition) === undefined ? condition : { kind: condition.kind },
    packVersion: result.packVersion,
    exemplars: result.exemplarIds,
    ...(result.regions === undefined ? {} : { regionExemplars: result.regions.exemplarIds }),
  }
  return {
    ...software,
    'Cocanvas Recipe': JSON.stringify(recipe),
    ...(layoutPng === undefined ? {} : longTexts('Cocanvas Layout', toBase64(layoutPng))),
    ...(regionsPng === undefined ? {} : longTexts('Cocanvas Regions', toBase64(regionsPng))),
  }
}

/** A long text continues under `Cocanvas Layout 2` and so on. */
function longTexts(name: string, text: string): Readonly<Record<string, string>> {
  const count = Math.ceil(text.length / LONGEST_TEXT)
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      index === 0 ? name : `${name} ${index + 1}`,
      text.slice(index * LONGEST_TEXT, (index + 1) * LONGEST_TEXT),
    ]),
  )
}
