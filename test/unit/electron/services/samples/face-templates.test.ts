import { describe, expect, it } from 'vitest'

import { FACE_CLASSES } from '../../../../../electron/conditions/face/face-classes.ts'
import { listFaceTemplates } from '../../../../../electron/services/samples/face-templates.ts'
import { shippedTitle } from '../../../../../renderer/i18n/shipped-names.ts'
import { translator } from '../../../../../renderer/i18n/translate.ts'
import { strokesOfCondition } from '../../../../../renderer/model/lines/lines-condition.ts'
import { masksOfLines } from '../../../../../renderer/model/tracing/lines-to-masks.ts'
import { templateMasks } from '../../../../../renderer/model/tracing/template-masks.ts'

const templates = await listFaceTemplates('assets')
const classes = FACE_CLASSES.map(({ id, name }) => ({
  id,
  name,
  colour: [id, id, id] as [number, number, number],
  channel: id,
  aliases: [],
}))
const idOf = (name: string): number => FACE_CLASSES.find((each) => each.name === name)?.id ?? -1

describe('the face templates', () => {
  it('are twelve, each with a name in every language', () => {
    expect(templates).toHaveLength(12)
    const korean = templates.map((template) => shippedTitle(translator('ko'), template))
    expect(new Set(korean).size).toBe(12)
    for (const [index, { title }] of templates.entries()) expect(korean[index]).not.toBe(title)
  })

  // Bug it would catch: the sides of the picture taken for those of the person.
  it.each(templates.map((template) => [template.id, template] as const))(
    '%s has the person’s sides',
    (_id, template) => {
      const centre = (name: string): number => {
        const places = [...template.masks.data].flatMap((id, at) =>
          id === idOf(name) ? [at % template.masks.width] : [],
        )
        return places.reduce((sum, x) => sum + x, 0) / places.length
      }
      // Glasses may cover the eyes of a map.
      for (const part of ['brow']) expect(centre(`left ${part}`)).toBeGreaterThan(centre(`right ${part}`))
      const across = (part: string): number => {
        const xs = template.lines.lines
          .filter((line) => line.part === part)
          .flatMap(({ points }) => points.map(([x]) => x))
        return xs.reduce((sum, x) => sum + x, 0) / xs.length
      }
      expect(across('left eye')).toBeGreaterThan(across('right eye'))
    },
  )

  // Bug it would catch: lines and masks of a template that show two different faces.
  it.each(templates.map((template) => [template.id, template] as const))(
    '%s shows one face as edges and as masks',
    (_id, template) => {
      const size = { width: 256, height: 256 }
      const drawn = masksOfLines(strokesOfCondition(template.lines, size), size, classes)
      const painted = templateMasks(template.masks, size, classes)
      for (const name of ['skin', 'nose', 'upper lip', 'lower lip', 'left brow']) {
        let both = 0
        let either = 0
        for (let pixel = 0; pixel < 256 * 256; pixel += 1) {
          const one = drawn?.data[pixel] === idOf(name)
          const other = painted?.data[pixel] === idOf(name)
          both += one && other ? 1 : 0
          either += one || other ? 1 : 0
        }
        expect(both / either, name).toBeGreaterThan(0.6)
      }
    },
  )

  it('have no masks in a pack without faces', () => {
    const [template] = templates
    const sky = [{ id: 3, name: 'sky', colour: [0, 0, 255] as [number, number, number], channel: 0, aliases: [] }]
    expect(template === undefined ? 0 : templateMasks(template.masks, { width: 64, height: 64 }, sky)).toBeUndefined()
  })
})
