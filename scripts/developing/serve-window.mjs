import path from 'node:path'

import { root } from '../setup/repository.mjs'

/** The paths that the shell answers itself: its entrance, its half of the page, and the two WebSockets. */
const SHELL_PATHS = ['^/enter(\\?|$)', '^/shell\\.(js|css)$', '^/icon\\.png$', '^/shell$', '^/inference$']

/**
 * Serves the window's sources with hot reload at a loopback address, and passes requests for the shell's own paths on
 * to it.
 *
 * @param {string} shell The shell's origin, `http://127.0.0.1:PORT`.
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function serveWindow(shell) {
  const vite = await import('vite')
  const server = await vite.createServer({
    root: path.join(root, 'renderer'),
    configFile: path.join(root, 'vite.config.ts'),
    cacheDir: path.join(root, 'node_modules/.cache/vite'),
    clearScreen: false,
    server: {
      host: '127.0.0.1',
      // The shell sends these headers with every page; without them the page would have other capabilities than the
      // built one.
      headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
      fs: { allow: [root] },
      proxy: Object.fromEntries(SHELL_PATHS.map((pattern) => [pattern, handedOn(shell, () => originOf(server))])),
    },
  })
  await server.listen()
  return { origin: originOf(server), close: () => server.close() }
}

/** @param {import('vite').ViteDevServer} server */
function originOf(server) {
  const address = server.httpServer?.address()
  if (typeof address !== 'object' || address === null) throw new TypeError('A server that listens has a port.')
  return `http://127.0.0.1:${address.port}`
}

/**
 * The shell admits only its own origin, so the page's origin is replaced by it; any other origin stays as it is and is
 * refused.
 *
 * @param {string} shell
 * @param {() => string} pageOrigin
 * @returns {import('vite').ProxyOptions}
 */
function handedOn(shell, pageOrigin) {
  return {
    target: shell,
    changeOrigin: true,
    ws: true,
    configure: (proxy) => {
      /** @param {import('node:http').ClientRequest} request */
      const translate = (request) => {
        if (request.getHeader('origin') === pageOrigin()) request.setHeader('origin', shell)
      }
      proxy.on('proxyReq', translate)
      proxy.on('proxyReqWs', translate)
    },
  }
}
