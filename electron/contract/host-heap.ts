/**
 * How a host's process keeps its memory on Linux (glibc): blocks of up to 64 MiB come from the heap, which is never given
 * back below 1 GiB. Large graphs then share one heap whose pages stay, and need no arena of their own each.
 */
export const HOST_HEAP: Readonly<Record<string, string>> = {
  MALLOC_MMAP_THRESHOLD_: String(64 * 1024 ** 2),
  MALLOC_TRIM_THRESHOLD_: String(1024 ** 3),
}

/** Whether a process was started so. */
export function keepsHeap(platform: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  return platform === 'linux' && Object.entries(HOST_HEAP).every(([name, value]) => environment[name] === value)
}
