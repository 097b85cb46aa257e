/** What the process tells its caller; scripts rely on these numbers. */
export const EXIT_CODES = {
  done: 0,
  /** A bug of ours, never a user's mistake. */
  internal: 1,
  badInput: 2,
  packFailure: 3,
  providerFailure: 4,
  /** 128 + SIGINT, as shells expect. */
  cancelled: 130,
} as const
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]
