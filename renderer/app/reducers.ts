import { noticesReducer } from '../features/notices/notices-slice.ts'
import { preferencesReducer } from '../features/preferences/preferences-slice.ts'

/** Every slice of the store. A feature adds its reducer here under the name its selectors read. */
export const reducers = {
  notices: noticesReducer,
  preferences: preferencesReducer,
}
