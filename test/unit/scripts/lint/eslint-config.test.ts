import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

/** The rules that the project's own configuration reports for a text, as if it stood in an existing file. */
async function rulesBrokenBy(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await new ESLint().lintText(code, { filePath: file })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId)
}

// A rule that is written but not switched on in eslint.config.js protects nothing.
// The first call reads the types of the whole project, which takes long on a busy machine.
describe('the lint configuration', { timeout: 180_000 }, () => {
  const contractFile = 'electron/contract/port.ts'

  it.each([
    ['cocanvas/layer-imports', "import { readFileSync } from 'node:fs'\nreadFileSync('x')\n"],
    ['cocanvas/layer-imports', "export type Place = import('../inference/tensor.ts').Tensor\n"],
    ['no-restricted-globals', 'export const home: unknown = process\n'],
    ['no-restricted-exports', 'export default 1\n'],
    ['no-restricted-syntax', "export { IMAGE } from './image-size.ts'\n"],
    ['@typescript-eslint/no-explicit-any', 'export const anything: any = 1\n'],
    ['@typescript-eslint/no-non-null-assertion', 'export const first = (list: number[]): number => list[0]!\n'],
    ['@typescript-eslint/no-floating-promises', 'Promise.resolve(1)\n'],
    ['@typescript-eslint/explicit-module-boundary-types', 'export function one() {\n  return 1\n}\n'],
    ['@typescript-eslint/consistent-type-assertions', 'export const one = (value: unknown): 1 => value as 1\n'],
    ['@typescript-eslint/ban-ts-comment', "// @ts-expect-error\nexport const one: number = 'one'\n"],
    ['max-lines', '\n'.repeat(301)],
  ])('enforces %s in the contract', async (rule, code) => {
    expect(await rulesBrokenBy(contractFile, code)).toContain(rule)
  })

  it('refuses to suppress a rule without a reason', async () => {
    const code = '// eslint-disable-next-line max-lines\nexport const one = 1\n'
    expect(await rulesBrokenBy(contractFile, code)).toContain('comments/require-description')
  })

  it('refuses tests that sleep', async () => {
    const code = 'await new Promise((resolve) => setTimeout(resolve, 100))\n'
    expect(await rulesBrokenBy('test/unit/scripts/lint/layer-imports.test.ts', code)).toContain('no-restricted-syntax')
  })
})
