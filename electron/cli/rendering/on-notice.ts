/** Hears one sentence about an input that is used although something about it looks wrong. */
export type OnNotice = (message: string) => void
