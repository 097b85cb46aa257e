import { describe, expect, it } from 'vitest'
import { closestWord } from '../../../../electron/cli/arguments/did-you-mean.ts'
import { sizeOptionSchema, wholeNumberSchema } from '../../../../electron/cli/arguments/option-schemas.ts'
import { parseArguments } from '../../../../electron/cli/arguments/parse-arguments.ts'

const TABLE = {
  layout: { value: 'FILE', required: true, description: '' },
  'exemplar-layout': { value: 'FILE', description: '' },
  out: { value: 'FILE', short: 'o', description: '' },
  json: { description: '' },
} as const
const parse = (...argv: string[]) =>
  parseArguments('render', argv, TABLE, { name: 'PHOTO', minimum: 0, maximum: 1, description: '' })

describe('parseArguments', () => {
  it('reads long, short and inline values, switches and words', () => {
    expect(parse('--layout', 'a', '-o', 'b', '--exemplar-layout=c', '--json', 'p.jpg')).toEqual({
      values: { layout: 'a', out: 'b', exemplarLayout: 'c', json: true },
      operands: ['p.jpg'],
    })
  })

  it.each([
    [['--layuot', 'a'], 'render has no option --layuot (did you mean --layout?)'],
    [['--layout', 'a', '--zzz'], 'render has no option --zzz; run "cocanvas render --help"'],
    [['--json'], 'render needs --layout FILE'],
    [['--layout'], '--layout needs a value: write --layout FILE.'],
    [['--layout', 'a', '--out', '--json'], '--out needs a value'],
    [['--layout='], '--layout needs a value'],
    [['--layout', 'a', '--layout', 'b'], '--layout is given twice'],
    [['--layout', 'a', '--json=yes'], '--json is a switch and takes no value.'],
    [['--layout', 'a', 'one', 'two'], 'does not know what to do with "two"'],
  ])('refuses %j in a sentence of its own', (argv, sentence) => {
    expect(() => parse(...argv)).toThrow(sentence)
  })

  it('takes a file name that starts with a dash when written with "="', () => {
    expect(parse('--layout=-odd-.png').values).toEqual({ layout: '-odd-.png' })
  })

  it('says which word is missing', () => {
    const rule = { name: 'PHOTO', minimum: 1, maximum: 1, description: '' }
    expect(() => parseArguments('annotate', [], {}, rule)).toThrow('annotate needs PHOTO')
  })
})

describe('closestWord', () => {
  const words = ['render', 'batch', 'annotate', 'packs', 'bench', 'doctor']
  it.each([
    ['rendr', 'render'],
    ['redner', 'render'],
    ['anotate', 'annotate'],
    ['pack', 'packs'],
    ['anno', 'annotate'],
  ])('takes %s for %s', (word, meant) => {
    expect(closestWord(word, words)).toBe(meant)
  })
  it('suggests nothing for a word that is like none', () => {
    expect(closestWord('translate', words)).toBeUndefined()
  })
})

describe('option values', () => {
  it('reads sizes as squares and as width by height', () => {
    expect(sizeOptionSchema.parse('512')).toEqual({ width: 512, height: 512 })
    expect(sizeOptionSchema.parse('640x384')).toEqual({ width: 640, height: 384 })
  })
  it.each(['', '0', 'big', '256x', '-5', '99999', '1e3', '256x256x3'])('refuses the size "%s"', (text) => {
    expect(sizeOptionSchema.safeParse(text).success).toBe(false)
  })
  it('refuses numbers out of range, fractions and words', () => {
    const schema = wholeNumberSchema('threads', 1, 16)
    expect(schema.parse('16')).toBe(16)
    for (const text of ['0', '17', '1.5', 'two', '-1', '']) expect(schema.safeParse(text).success).toBe(false)
  })
})
