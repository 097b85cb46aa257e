/** Counts the open pages and notices when the last one has been gone for a while. */
export class PageWatch {
  private readonly graceMs: number
  private readonly abandon: () => void
  private pages = 0
  private timer: NodeJS.Timeout | undefined

  /**
   * @param graceMs a page that is loaded anew is gone for a moment
   * @param abandon called once nobody has come back; never before a first page came
   */
  constructor(graceMs: number, abandon: () => void) {
    this.graceMs = graceMs
    this.abandon = abandon
  }

  noteOpened(): void {
    this.pages++
    clearTimeout(this.timer)
  }

  noteClosed(): void {
    this.pages--
    if (this.pages === 0) this.timer = setTimeout(this.abandon, this.graceMs)
  }

  dispose(): void {
    clearTimeout(this.timer)
  }
}
