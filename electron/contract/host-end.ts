import { z } from 'zod'

/**
 * Why the inference host is gone; the window says it in the user's language.
 *
 * - `ended`: it crashed or was to start anew; connecting again makes sense at once.
 * - `keeps-ending`: it cannot run here as it is configured.
 * - `shell-gone`: the program behind the page has ended, and the host with it.
 */
export const hostEndSchema = z.enum(['ended', 'keeps-ending', 'shell-gone'])
export type HostEnd = z.infer<typeof hostEndSchema>
