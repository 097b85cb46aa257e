import type { SelfTestReport } from '../../../electron/contract/execution-provider.ts'
import { hostMessageSchema, PROTOCOL_VERSION, type HostMessage } from '../../../electron/contract/inference-protocol.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { CocanvasError } from '../../../electron/contract/error-codes.ts'

const JOB_ID = 'settings-self-test'

/**
 * Lets the host measure every provider with a pack, over a connection of its own.
 *
 * @param onProgress 0..1
 * @throws CocanvasError with the host's sentence
 */
export async function runSelfTest(
  shell: Pick<ShellApi, 'connectInference'>,
  packId: string,
  onProgress: (value: number) => void,
): Promise<SelfTestReport> {
  const { port, configuration } = await shell.connectInference()
  try {
    return await new Promise<SelfTestReport>((resolve, reject) => {
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
    port.close()
  }
}
