/** A process or thread of its own cannot start from inside an archive; electron-builder unpacks such files beside it. */
export function outsideAsar(path: string): string {
  return path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
}
