import { createContext, use } from 'react'

import type { LiveSession } from './live-session.ts'

export const LiveContext = createContext<LiveSession | undefined>(undefined)

/** Live synthesis around the open document; components below the app's root may ask for it. */
export function useLive(): LiveSession {
  const live = use(LiveContext)
  if (live === undefined) throw new Error('useLive was called outside the LiveContext.')
  return live
}
