import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures.ts'
import { openDoubleApp } from '../e2e/shells/double-app.ts'
import { archivedFiles, packedResources, readableResources } from './packed-files.ts'

const resources = packedResources()

test('what cannot be read from inside the archive lies beside it', () => {
  // Bug it would catch: a host that cannot start, or a library that cannot be loaded, on every machine but this one.
  const files = archivedFiles(resources)
  const native = [...files].filter(([file]) => /\.(node|dylib|dll)$|\.so(\.\d+)*$/.test(file))
  expect(native.length).toBeGreaterThan(2)
  expect(native.filter(([, state]) => state === 'packed')).toEqual([])
  for (const file of ['package.json', 'dist/utility-host.js', 'dist/unpack-program.js'])
    expect([file, files.get(file)]).toEqual([file, 'unpacked'])
  for (const file of ['dist/main.js', 'dist/preload.cjs', 'dist/renderer/index.html']) {
    expect([file, files.get(file)]).toEqual([file, 'packed'])
  }
})

test('nothing is packed that a user has no use for', () => {
  // Bug it would catch: a package three times its size, or one that brings the tests and their tools along.
  const files = [...archivedFiles(resources).keys()]
  const packages = new Set(files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\/./.exec(file)?.[1] ?? []))
  expect([...packages].filter((name) => !name.startsWith('@img')).sort()).toEqual(
    [
      'detect-libc',
      'onnxruntime-common',
      'onnxruntime-node',
      'semver',
      'sharp',
      // The lock of the data folder, and what finds its native file.
      'fs-native-extensions',
      'require-addon',
      'bare-addon-resolve',
      'bare-module-resolve',
      'bare-semver',
      'which-runtime',
    ].sort(),
  )
  expect(files.filter((file) => /(^|\/)(test|scripts|src)\/|\.map$|web-shell|(^|\/)cli/.test(file))).toEqual([])
  const platforms = new Set(
    files.flatMap((file) => /onnxruntime-node\/bin\/[^/]+\/([^/]+\/[^/]+)\//.exec(file)?.[1] ?? []),
  )
  expect([...platforms]).toEqual([`${process.platform}/${process.arch}`])
})

test('models, samples and icons lie outside the archive as plain files', () => {
  for (const file of [
    'models/packs/landscape/manifest.json',
    'models/annotators/ade20k31/manifest.json',
    'assets/layouts/mountain-lake.png',
    'assets/exemplars/samples.json',
    'assets/icons/256x256.png',
    'assets/ATTRIBUTION.md',
  ]) {
    expect([file, existsSync(path.join(resources, file))]).toEqual([file, true])
  }
  expect([...archivedFiles(resources).keys()].filter((file) => file.endsWith('.onnx'))).toEqual([])
})

test('the packed app opens, decodes photos, verifies its models and makes a picture', async ({ profile }) => {
  // Bug it would catch: any file, package or path that only exists in a clone.
  const folder = readableResources(resources, path.join(path.dirname(profile.dataFolder), 'resources'))
  const environment = { ELECTRON_DOUBLE_PACKAGED: '1' }
  const app = await openDoubleApp({ appFolder: path.join(folder, 'app.asar'), environment }, profile)
  try {
    await expect(app.page).toHaveTitle(/Cocanvas/)
    await expect(app.page.locator('#root')).not.toBeEmpty()
    const facts = await app.page.evaluate(() => window.cocanvas.getSystemFacts())
    expect(facts.appVersion).toBe(versionOf(folder))
    expect(facts.modelFiles.map(({ owner }) => owner)).toEqual(
      expect.arrayContaining(['landscape', 'ade20k31', 'tiny']),
    )
    expect(readdirSync(path.join(folder, 'app.asar.unpacked')).sort()).toEqual(['dist', 'node_modules', 'package.json'])
    await app.page.evaluate(() => window.cocanvas.verifyPack('landscape'))
    const thumbnail = await app.page.evaluate(() =>
      window.cocanvas.readExemplarThumbnail('sample-evening-glow').then((bytes) => bytes.length),
    )
    expect(thumbnail).toBeGreaterThan(1000)
    await app.page.route(/\/assets\/.*\.js$/, (route) => route.abort())
    await app.page.reload()
    expect(await makePicture(app.page)).toMatchObject({ width: 256, height: 256 })
  } finally {
    await app.close()
  }
})

function versionOf(folder: string): string {
  const parsed = JSON.parse(readFileSync(path.join(folder, 'app.asar/package.json'), 'utf8')) as { version: string }
  return parsed.version
}

/** Lets the host of the packed app label a sample photo and paint a sample layout in its manner. */
function makePicture(page: Page): Promise<object> {
  return page.evaluate(async () => {
    const { cocanvas } = window
    const labels = await cocanvas.readSampleLayout('mountain-lake', 'landscape')
    const image = await cocanvas.readExemplar('sample-evening-glow', 256)
    const { port, configuration } = await cocanvas.connectInference()
    return new Promise<object>((resolve) => {
      port.subscribe((message) => {
        if (message.type === 'ready') {
          port.send({ type: 'put-exemplar', exemplarId: 'photo', exemplar: { image, condition: 'annotate' } })
          const size = { width: 256, height: 256 }
          const shared = { size, seed: 1, options: {}, viewId: 'packed', revision: 1 }
          const condition = { kind: 'labels' as const, labels }
          port.send({
            type: 'generate',
            jobId: 'picture',
            request: {
              recipe: 'exemplar-synthesis',
              exemplarId: 'photo',
              pack: { id: 'landscape' },
              condition,
              ...shared,
            },
          })
        }
        if (message.type === 'picture' && message.result.recipe === 'exemplar-synthesis') resolve(message.result.image)
        if (message.type === 'error') resolve({ error: message.message })
      })
      port.send({ type: 'hello', protocolVersion: 2, configuration })
    })
  })
}
