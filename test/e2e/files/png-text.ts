/** The uncompressed iTXt entries of a PNG, read chunk by chunk. */
export function internationalText(png: Buffer): Readonly<Record<string, string>> {
  const entries: Record<string, string> = {}
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const content = png.subarray(at + 8, at + 8 + length)
    if (png.toString('latin1', at + 4, at + 8) === 'iTXt') {
      const keyword = content.toString('latin1', 0, content.indexOf(0))
      // Keyword, two flags, language and translated keyword, each ended by a zero.
      const language = content.indexOf(0, keyword.length + 3)
      entries[keyword] = content.toString('utf8', content.indexOf(0, language + 1) + 1)
    }
    at += 12 + length
  }
  return entries
}
