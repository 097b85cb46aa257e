import { describe, expect, it } from 'vitest'
import type { Exemplar } from '../../../../../electron/contract/generation-request.ts'
import type { ClientMessage } from '../../../../../electron/contract/inference-protocol.ts'
import { HostConnection } from '../../../../../renderer/synthesis/inference/host-connection.ts'

const photo = (grey: number): Exemplar => ({
  image: { width: 1, height: 1, data: new Uint8Array(3).fill(grey) },
  condition: 'annotate',
})

function connected(): { readonly connection: HostConnection; readonly sent: ClientMessage[] } {
  const sent: ClientMessage[] = []
  const port = {
    send: (message: ClientMessage) => void sent.push(message),
    subscribe: () => () => undefined,
    close: () => undefined,
  }
  const configuration = {
    packFolders: [],
    annotatorFolders: [],
    provider: 'cpu' as const,
    threads: 1,
    cacheBytes: 0,
  }
  const connection = new HostConnection(
    port,
    configuration,
    () => undefined,
    () => undefined,
  )
  sent.length = 0
  return { connection, sent }
}

const types = (sent: readonly ClientMessage[]): readonly string[] => sent.map(({ type }) => type)

describe('the photos of a connection', () => {
  it('travel once, by one name', () => {
    const { connection, sent } = connected()
    const sky = photo(1)
    const name = connection.namePhotos('a', [sky]).idOf(sky)
    expect(connection.namePhotos('b', [sky]).idOf(sky)).toBe(name)
    expect(types(sent)).toEqual(['put-exemplar'])
  })

  // A photo that is forgotten while its job waits fails that job with a sentence about photos nobody forgot.
  it('stay with the host while a job needs them, however many others come, and give way afterwards', () => {
    const { connection, sent } = connected()
    const nine = Array.from({ length: 9 }, (_, grey) => photo(grey))
    connection.namePhotos('nine', nine)
    connection.namePhotos('one', [photo(100)])
    expect(types(sent)).toEqual(Array.from({ length: 10 }, () => 'put-exemplar'))
    connection.forgetJob('nine')
    connection.namePhotos('next', [photo(101)])
    expect(types(sent).filter((type) => type === 'forget-exemplar').length).toBeGreaterThan(4)
  })
})
