import { createContext, use } from 'react'

import type { Announcer } from './announcer.ts'

export const AnnouncerContext = createContext<Announcer | undefined>(undefined)

export function useAnnouncer(): Announcer {
  const announcer = use(AnnouncerContext)
  if (announcer === undefined) throw new Error('useAnnouncer was called outside the AnnouncerContext.')
  return announcer
}
