const BLOCK_BYTES = 512

/** The plain files of a tar archive (ustar) by path; folders and links are left out. */
export function readTar(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (let position = 0; position + BLOCK_BYTES <= archive.length;) {
    const header = archive.subarray(position, position + BLOCK_BYTES)
    const name = text(header, 0, 100)
    if (name === '') break
    const size = Number.parseInt(text(header, 124, 12), 8)
    const type = text(header, 156, 1)
    position += BLOCK_BYTES
    if (type === '0' || type === '') files.set(name, archive.subarray(position, position + size))
    position += Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES
  }
  return files
}

/** A field that ends at its first zero byte. */
function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return field
    .subarray(0, end === -1 ? length : end)
    .toString('latin1')
    .trim()
}
