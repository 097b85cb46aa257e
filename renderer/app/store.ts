import { configureStore } from '@reduxjs/toolkit'

import { reducers } from './reducers.ts'

// The inferred type carries the reducers' state; writing it out would repeat the whole of Redux Toolkit's.
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- see above
export const createAppStore = () => configureStore({ reducer: reducers })

export type AppStore = ReturnType<typeof createAppStore>
