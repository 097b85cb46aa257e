import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The shell's half of the window, served by the shell itself: it defines `globalThis.cocanvas` before any module runs. */
const shellScript: Plugin = {
  name: 'shell-script',
  transformIndexHtml: {
    order: 'post',
    handler: () => [{ tag: 'script', attrs: { src: '/shell.js' }, injectTo: 'head-prepend' }],
  },
}

/**
 * The window's pages, served as files by the Electron protocol and by the web shell. Nothing is inlined: the content
 * security policy allows neither inline scripts nor data: addresses for code.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), shellScript],
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
