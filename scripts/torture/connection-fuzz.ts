import { connect, type Socket } from 'node:net'
import { SeededRandom } from './seeded-random.ts'

/** How many connections were made, by the way in which they broke. */
export interface FuzzedConnections {
  readonly connections: number
  readonly endings: Readonly<Record<Ending, number>>
}

const ENDINGS = ['reset at once', 'reset after sending', 'reset after the answer', 'half-closed', 'closed'] as const
type Ending = (typeof ENDINGS)[number]

/** As many at the same time as a busy program would open. */
const AT_ONCE = 24
const PATHS = ['/', '/shell', '/inference', '/enter', '/enter?token=x', '/none', '//[', '*', 'http://[::', '/%ff']
const METHODS = ['GET', 'POST', 'HEAD', 'CONNECT', 'OPTIONS', 'TRACE', 'G\0T', '']

/**
 * Opens connections to a server of this machine that behave badly: requests cut anywhere, upgrades that nobody asked
 * for, garbage, and sockets that are reset in every state.
 *
 * @throws Error when the server no longer takes connections.
 */
export async function fuzzConnections(
  port: number,
  { connections, seed }: { readonly connections: number; readonly seed: number },
  onProgress: (done: number) => void = () => undefined,
): Promise<FuzzedConnections> {
  const random = new SeededRandom(seed)
  const endings = new Map<Ending, number>(ENDINGS.map((ending) => [ending, 0]))
  let left = connections
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      onProgress(connections - left - 1)
      const ending = random.pick(ENDINGS)
      await misbehave(port, message(random, port), ending)
      endings.set(ending, (endings.get(ending) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const count = (ending: Ending): number => endings.get(ending) ?? 0
  return {
    connections,
    endings: {
      'reset at once': count('reset at once'),
      'reset after sending': count('reset after sending'),
      'reset after the answer': count('reset after the answer'),
      'half-closed': count('half-closed'),
      closed: count('closed'),
    },
  }
}

function message(random: SeededRandom, port: number): Uint8Array {
  if (random.below(6) === 0) return random.bytes(random.below(2000))
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'
  const lines = [
    `${random.pick(METHODS)} ${random.pick(PATHS)} HTTP/1.1\r\n`,
    random.below(4) === 0 ? '' : `Host: 127.0.0.1:${port}\r\n`,
    random.below(3) === 0 ? '' : upgrade,
    random.below(3) === 0 ? `Origin: http://127.0.0.1:${port}\r\n` : '',
    random.below(4) === 0 ? `Cookie: cocanvas-session-${port}=${'x'.repeat(43)}\r\n` : '',
    random.below(5) === 0 ? `Content-Length: ${random.pick(['9', '-1', '99999999999999999999', '1e3'])}\r\n` : '',
    random.below(5) === 0 ? 'Transfer-Encoding: chunked\r\n' : '',
    '\r\n',
    random.below(3) === 0 ? 'ffff\r\nrest' : '',
  ]
  const whole = new TextEncoder().encode(lines.join(''))
  return random.below(3) === 0 ? whole.subarray(0, random.below(whole.length)) : whole
}

/** Resolves once the connection is gone on this side. */
async function misbehave(port: number, bytes: Uint8Array, ending: Ending): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  let refused: unknown
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED') refused = error
  })
  socket.once('connect', () => endIn(socket, bytes, ending))
  await closed
  if (refused !== undefined) throw new Error('The server takes no connections any more.', { cause: refused })
}

function endIn(socket: Socket, bytes: Uint8Array, ending: Ending): void {
  switch (ending) {
    case 'reset at once':
      socket.write(bytes)
      socket.resetAndDestroy()
      return
    case 'reset after sending':
      socket.write(bytes, () => socket.resetAndDestroy())
      return
    case 'reset after the answer':
      socket.write(bytes)
      socket.end()
      socket.once('data', () => socket.resetAndDestroy())
      socket.once('end', () => socket.resetAndDestroy())
      return
    case 'half-closed':
      socket.end(bytes)
      socket.resume()
      socket.once('end', () => socket.destroy())
      return
    case 'closed':
      socket.write(bytes, () => socket.destroy())
  }
}
