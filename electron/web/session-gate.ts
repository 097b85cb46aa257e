import { randomBytes, timingSafeEqual } from 'node:crypto'

/** A second start asks for a second window; few such starts come before a browser has opened. */
const MAX_UNUSED = 4

/** What the gate looks at in a request. */
export interface GateRequest {
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly cookie: string | undefined
  /** Fetch metadata; browsers that lack it send nothing. */
  readonly site: string | undefined
}

/**
 * Lets in the one browser that was given the address: its token works once and becomes a cookie that scripts cannot read
 * and other sites cannot send. Everything else on this machine and beyond is refused.
 */
export class SessionGate {
  private readonly authority: string
  private readonly cookie: string
  private readonly session = randomBytes(32).toString('base64url')
  private readonly tokens = new Set([newToken()])

  /** @param authority the server's own `127.0.0.1:port`. */
  constructor(authority: string) {
    this.authority = authority
    // Browsers do not tell the ports of a host apart: two sessions in one browser would take each other's cookie away.
    this.cookie = `cocanvas-session-${new URL(`http://${authority}`).port}`
  }

  /** The oldest unused address that opens the door, once. */
  get entrance(): string {
    const [token = ''] = this.tokens
    return this.addressWith(token)
  }

  /** One more address that opens the door once. Few can be unused at a time; the oldest goes. */
  newEntrance(): string {
    const token = newToken()
    this.tokens.add(token)
    const [oldest] = this.tokens
    if (this.tokens.size > MAX_UNUSED && oldest !== undefined) this.tokens.delete(oldest)
    return this.addressWith(token)
  }

  /** @returns the cookie to set, or undefined when the token is wrong, spent, or the host is not ours. */
  enter({ host }: GateRequest, token: string): string | undefined {
    const known = host === this.authority ? [...this.tokens].find((unused) => equal(token, unused)) : undefined
    if (known === undefined) return undefined
    this.tokens.delete(known)
    return `${this.cookie}=${this.session}; HttpOnly; SameSite=Strict; Path=/`
  }

  /** Whether a request for a file comes from the browser that entered. */
  admitsRequest(request: GateRequest): boolean {
    const { origin, site } = request
    const sameOrigin = origin === undefined || origin === `http://${this.authority}`
    const ownSite = site === undefined || site === 'same-origin' || site === 'none'
    return this.knows(request) && sameOrigin && ownSite
  }

  /** WebSockets always tell their origin; it must be ours. */
  admitsSocket(request: GateRequest): boolean {
    return this.knows(request) && request.origin === `http://${this.authority}`
  }

  private addressWith(token: string): string {
    return `http://${this.authority}/enter?token=${token}`
  }

  private knows({ host, cookie }: GateRequest): boolean {
    // Checking the host stops names that an attacker points at 127.0.0.1 (DNS rebinding).
    return host === this.authority && cookiesNamed(cookie, this.cookie).some((value) => equal(value, this.session))
  }
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

function cookiesNamed(header: string | undefined, name: string): string[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1))
}

/** Takes the same time whatever differs, so that nothing can be guessed piece by piece. */
function equal(given: string, secret: string): boolean {
  const first = Buffer.from(given)
  const second = Buffer.from(secret)
  return first.length === second.length && timingSafeEqual(first, second)
}
