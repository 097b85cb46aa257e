import { sha256 } from '../output/digest.ts'

/** What Linux and macOS take for one name; Windows counts characters, which are never more. */
const MAXIMUM_NAME_BYTES = 255

const GRAPHEMES = new Intl.Segmenter()

/**
 * A name that a disk takes: one that is too long together with its ending is cut between characters and gets a digest of the
 * whole, so that two long names do not become one.
 */
export function shortName(name: string, ending: string): string {
  const room = MAXIMUM_NAME_BYTES - Buffer.byteLength(ending)
  if (Buffer.byteLength(name) <= room) return name
  const digest = `~${sha256(name).slice(0, 8)}`
  let kept = ''
  for (const { segment } of GRAPHEMES.segment(name)) {
    if (Buffer.byteLength(kept + segment + digest) > room) break
    kept += segment
  }
  return kept + digest
}
