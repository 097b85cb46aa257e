import type { ThemeChoice } from '../preferences/preferences-slice.ts'

/** Sets the page's theme to the choice, following the system where it says so. Returns what ends the following. */
export function followTheme(choice: ThemeChoice): () => void {
  const systemIsLight = window.matchMedia('(prefers-color-scheme: light)')
  const apply = (): void => {
    const system = systemIsLight.matches ? 'light' : 'dark'
    document.documentElement.dataset['theme'] = choice === 'system' ? system : choice
  }
  apply()
  systemIsLight.addEventListener('change', apply)
  return () => systemIsLight.removeEventListener('change', apply)
}
