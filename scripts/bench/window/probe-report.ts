import { createServer, type Server } from 'node:http'
import { z } from 'zod'

const resultSchema = z.object({
  /** When the editor stood on the screen, milliseconds since 1970. */
  ready: z.number(),
  values: z.record(z.string(), z.array(z.number())),
})
export type ProbeResult = z.infer<typeof resultSchema>

/** The address, reachable from this machine alone, to which the probe's page navigates when it has measured. */
export class ProbeReport {
  readonly result: Promise<ProbeResult>
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
    this.result = new Promise((resolve, reject) => {
      server.on('request', (request, response) => {
        response.end('Measured.')
        const { searchParams } = new URL(request.url ?? '/', 'http://loopback')
        const failure = searchParams.get('failure')
        const result = searchParams.get('result')
        if (failure !== null) reject(new Error(`The page could not be measured: ${failure}`))
        else if (result !== null) resolve(resultSchema.parse(JSON.parse(result)))
      })
    })
  }

  static async listen(): Promise<ProbeReport> {
    const server = createServer()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    return new ProbeReport(server)
  }

  get address(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.')
    return `http://127.0.0.1:${address.port}/`
  }

  dispose(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
