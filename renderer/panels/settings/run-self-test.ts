import { CocanvasError } from '../../../electron/contract/error-codes.ts'
import type { SelfTestReport } from '../../../electron/contract/execution-provider.ts'
import { hostMessageSchema, PROTOCOL_VERSION, type HostMessage } from '../../../electron/contract/inference-protocol.ts'
import type { HostEnd } from '../../../electron/contract/host-end.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'

const JOB_ID = 'settings-self-test'

/**
 * Lets the host measure every provider with a pack, over a connection of its own.
 *
 * @param onProgress 0..1
 * @param hostEnded Tells the user why the host has ended: a provider may crash the whole process.
 * @throws CocanvasError with the host's sentence, or `host-unavailable` when it ended meanwhile
 */
export async function runSelfTest(
  shell: Pick<ShellApi, 'connectInference' | 'on'>,
  packId: string,
  onProgress: (value: number) => void,
  hostEnded: (reason: HostEnd) => string,
): Promise<SelfTestReport> {
  const { port, configuration } = await shell.connectInference()
  let stop = (): void => undefined
  try {
    return await new Promise<SelfTestReport>((resolve, reject) => {
      stop = shell.on('inferenceStopped', ({ reason }) => {
        reject(new CocanvasError('host-unavailable', hostEnded(reason)))
      })
      const take = (message: HostMessage): void => {
        if (message.type === 'ready') port.send({ type: 'self-test', jobId: JOB_ID, packId })
        if (message.type === 'progress') onProgress(message.value)
        if (message.type === 'self-test-report') resolve(message.report)
        if (message.type === 'error') reject(new CocanvasError(message.code, message.message))
      }
      port.subscribe((message) => take(hostMessageSchema.parse(message)))
      port.send({ type: 'hello', protocolVersion: PROTOCOL_VERSION, configuration })
    })
  } finally {
    stop()
    port.close()
  }
}
