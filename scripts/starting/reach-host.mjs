import { connect } from 'node:net'

/** @typedef {{ name: string, port: number }} Host */

/**
 * The machine from which Electron's binary is downloaded: a mirror if one is set, through a proxy if one is set.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Host}
 */
export function downloadHost(environment) {
  const proxy = environment['https_proxy'] || environment['HTTPS_PROXY']
  const address = proxy || environment['ELECTRON_MIRROR'] || environment['npm_config_electron_mirror']
  if (!address || !URL.canParse(address)) return { name: 'github.com', port: 443 }
  const { hostname, port, protocol } = new URL(address)
  return { name: hostname, port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port) }
}

/**
 * Whether a machine accepts a connection within a time. A network that drops packets counts as no network.
 *
 * @param {Host} host
 * @param {number} milliseconds
 * @returns {Promise<boolean>}
 */
export function canReach({ name, port }, milliseconds) {
  return new Promise((resolve) => {
    const socket = connect({ host: name, port })
    // Looking up the name can hang too, which the socket's own timeout does not notice.
    const timer = setTimeout(() => settle(false), milliseconds)
    /** @param {boolean} reached */
    const settle = (reached) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(reached)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
  })
}
