/** The operating system's code of a failed file operation (`ENOENT`, `EACCES`, …), if it has one. */
export function fileFailureCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission for it',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is a file, not a folder',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reported an error',
}

/** Whether a code says that the machine refused a file operation, and not that a program made a mistake. */
export function isFileFailure(code: string): boolean {
  return Object.hasOwn(REASONS, code)
}

/** The end of a sentence that says why a file operation failed, for example "the disk is full". */
export function fileFailureReason(error: unknown): string {
  const code = fileFailureCode(error)
  if (code === undefined) return 'an unexpected error occurred'
  return REASONS[code] ?? `the system reported ${code}`
}
