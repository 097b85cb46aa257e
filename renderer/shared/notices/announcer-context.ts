import { providedContext } from '../lib/provided-context.ts'
import type { Announcer } from './announcer.ts'

export const [AnnouncerContext, useAnnouncer] = providedContext<Announcer>('announcer')
