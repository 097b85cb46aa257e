import { Notices } from '../features/notices/notices.tsx'
import type { Contribution } from './slots.ts'

/** Everything the window shows, by feature. A new feature adds its lines here and nowhere else. */
export const contributions: readonly Contribution[] = [
  { slot: 'canvas', id: 'notices', order: 100, component: Notices },
]
