import { RuleTester } from 'eslint'
import { describe, expect, it } from 'vitest'

import { importComplaint, layerImportsRule } from '../../../../scripts/lint/layer-imports.mjs'

RuleTester.describe = describe
RuleTester.it = it

describe('importComplaint', () => {
  it.each([
    ['renderer/app/store.ts', '../../electron/contract/port.ts'],
    ['renderer/main.tsx', './app/app.tsx'],
    ['renderer/synthesis/live/live-loop.ts', '../../painting/editor/editor.ts'],
    ['electron/inference/session.ts', '../packs/installed-pack.ts'],
    ['electron/inference/session.ts', 'node:fs/promises'],
    ['electron/contract/port.ts', './image-size.ts'],
    ['electron/cli/render/render.ts', '../../images/decode-photo.ts'],
    ['test/unit/anything.test.ts', '../../electron/inference/session.ts'],
  ])('lets %s import %s', (file, source) => {
    expect(importComplaint(file, source)).toBeUndefined()
  })

  // Each row is a way in which the architecture could rot without anyone noticing.
  it.each([
    ['renderer/app/store.ts', '../../electron/inference/session.ts', 'renderer/app may not import electron/inference.'],
    ['renderer/app/store.ts', 'node:fs', "renderer/app may not use Node's 'fs'"],
    ['renderer/model/raster/a.ts', '../../painting/tools/tool.ts', 'renderer/model may not import renderer/painting.'],
    ['renderer/files/project/a.ts', '../../panels/layers/b.tsx', 'renderer/files may not import renderer/panels.'],
    ['renderer/synthesis/live/a.ts', 'konva', "may not import the package 'konva'"],
    ['electron/contract/port.ts', 'fs', "electron/contract may not use Node's 'fs'"],
    ['electron/conditions/labels/one-hot.ts', 'sharp', "may not import the package 'sharp'"],
    ['electron/inference/session.ts', '../cli/main.ts', 'electron/inference may not import electron/cli.'],
    ['electron/inference/session.ts', '../../scripts/build.mjs', 'belongs to no layer'],
    ['electron/cli/doctor.ts', 'node:https', 'Cocanvas works offline'],
    ['electron/telemetry/report.ts', 'zod', 'add a row'],
    ['electron/packs/deep/folder/read.ts', '../../../inference/session.ts', 'may not import electron/inference'],
    ['electron/packs/read.ts', '@scope/name/file.js', "'@scope/name'"],
  ])('refuses that %s imports %s', (file, source, sentence) => {
    expect(importComplaint(file, source)).toContain(sentence)
  })
})

// The rule must see every way to write an import; a form it overlooks is a hole in the wall.
new RuleTester().run('layer-imports', layerImportsRule, {
  valid: [{ filename: 'electron/packs/read.ts', code: "import { z } from 'zod'" }],
  invalid: [
    "import { run } from '../inference/run.ts'",
    "import '../inference/run.ts'",
    "export { run } from '../inference/run.ts'",
    "export * from '../inference/run.ts'",
    "const run = import('../inference/run.ts')",
  ].map((code) => ({
    filename: 'electron/packs/read.ts',
    code,
    errors: [{ message: 'electron/packs may not import electron/inference.' }],
  })),
})
