/** The next animation frame; resolves with its time in milliseconds. */
export function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))
}

/** The element that takes the pointer, once the document lies on it and its layers are listed. */
export function shownCanvas(): HTMLElement | undefined {
  const area = document.querySelector<HTMLElement>('[data-testid="canvas-area"]')
  const drawn = area?.querySelector('canvas') ?? null
  return area !== null && drawn !== null && document.querySelector('aside li') !== null ? area : undefined
}

/** Whether the picture shows the present layout, according to the live pill. */
export function isUpToDate(): boolean {
  const { phase, outdated } = document.querySelector<HTMLElement>('[data-testid="live-pill"]')?.dataset ?? {}
  return phase === 'idle' && outdated === 'false' && document.querySelector('[data-testid="result-picture"]') !== null
}

/** Waits, frame by frame. @throws Error after `limit` milliseconds */
export async function untilFrame(holds: () => boolean, what: string, limit: number): Promise<number> {
  const start = performance.now()
  for (;;) {
    const now = await frame()
    if (holds()) return now
    if (now - start > limit) throw new Error(`${what} did not come within ${limit} ms.`)
  }
}
