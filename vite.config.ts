import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The window's pages, served as files by the Electron protocol and by the web shell. Nothing is inlined: the content
 * security policy allows neither inline scripts nor data: addresses for code.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    sourcemap: false,
  },
})
