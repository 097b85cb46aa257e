import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

export type ThemeChoice = 'system' | 'dark' | 'light'
export type LocaleChoice = 'system' | 'en' | 'ko'

/** How the window looks and speaks. The settings feature loads and stores these values. */
export interface PreferencesState {
  readonly theme: ThemeChoice
  readonly locale: LocaleChoice
  /** Draws a hatch over every class, so that classes differ without colour. */
  readonly hatching: boolean
}

const initialState: PreferencesState = { theme: 'system', locale: 'system', hatching: false }

const preferencesSlice = createSlice({
  name: 'preferences',
  initialState,
  reducers: {
    preferencesChanged: (state, { payload }: PayloadAction<Partial<PreferencesState>>) => ({ ...state, ...payload }),
  },
})

export const preferencesReducer = preferencesSlice.reducer
export const { preferencesChanged } = preferencesSlice.actions

interface PreferencesRoot {
  readonly preferences: PreferencesState
}
export const selectTheme = (state: PreferencesRoot): ThemeChoice => state.preferences.theme
export const selectLocale = (state: PreferencesRoot): LocaleChoice => state.preferences.locale
export const selectHatching = (state: PreferencesRoot): boolean => state.preferences.hatching
