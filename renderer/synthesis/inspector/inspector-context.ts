import { providedContext } from '../../shared/lib/provided-context.ts'
import type { CorrespondenceInspector } from './correspondence-inspector.ts'

export const [InspectorContext, useInspector] = providedContext<CorrespondenceInspector>('correspondence inspector')
