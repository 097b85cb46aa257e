import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../../electron/contract/editor-settings.ts'
import { shellMethods } from '../../../../electron/contract/shell-methods.ts'
import { createShellApi } from '../../../../electron/page/shell-client.ts'
import type { ShellTransport } from '../../../../electron/page/shell-transport.ts'

/** A shell that answers every call in the same way. */
function shellThatAnswers(outcome: unknown): { transport: ShellTransport; calls: unknown[] } {
  const calls: unknown[] = []
  const transport: ShellTransport = {
    call: (name, input) => {
      calls.push([name, input])
      return Promise.resolve(outcome)
    },
    onEvent: () => undefined,
    connectInference: () => Promise.reject(new Error('not here')),
  }
  return { transport, calls }
}

describe('the renderer’s door to the shell', () => {
  it('has every method of the contract', () => {
    const api = createShellApi(shellThatAnswers(undefined).transport)
    for (const name of Object.keys(shellMethods)) expect(api).toHaveProperty(name, expect.any(Function))
  })

  it('passes arguments on and gives the checked result', async () => {
    const { transport, calls } = shellThatAnswers({ ok: true, value: DEFAULT_SETTINGS })
    expect(await createShellApi(transport).setSettings({ theme: 'light' })).toEqual(DEFAULT_SETTINGS)
    expect(calls).toEqual([['setSettings', [{ theme: 'light' }]]])
  })

  it('rejects with the shell’s sentence and code', async () => {
    const { transport } = shellThatAnswers({ ok: false, code: 'pack-missing', message: 'There is no such pack.' })
    await expect(createShellApi(transport).verifyPack('x')).rejects.toMatchObject({
      code: 'pack-missing',
      message: 'There is no such pack.',
    })
  })

  // Bug it would catch: a shell of another version whose answer breaks the editor somewhere far away.
  it.each([undefined, 'text', { ok: true, value: { theme: 42, formatVersion: 'x' } }, { ok: true }, { ok: 'yes' }])(
    'rejects as a disagreement when the answer is %j',
    async (outcome) => {
      const api = createShellApi(shellThatAnswers(outcome).transport)
      await expect(api.listPacks()).rejects.toMatchObject({ code: 'protocol' })
    },
  )

  it('takes nothing for an answer where nothing is meant, as undefined or null', async () => {
    for (const outcome of [{ ok: true }, { ok: true, value: null }]) {
      await expect(createShellApi(shellThatAnswers(outcome).transport).removePack('x')).resolves.toBeUndefined()
    }
  })
})
