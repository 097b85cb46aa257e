import { commandTargets, nodeTargets, pageTargets, preloadTargets } from './scripts/building/targets.mjs'

const built = [commandTargets, nodeTargets, pageTargets, preloadTargets].flatMap((targets) => Object.values(targets))

export default {
  // What is started by name: the built programs, the scripts, and the test files, which their runners find themselves.
  entry: [
    ...built,
    'scripts/*.mjs',
    'scripts/packs/check-packs.ts',
    'scripts/larger-pictures/measure-larger.ts',
    'scripts/photo-edits/measure-edits.ts',
    'scripts/photo-edits/measure-portraits.ts',
    'scripts/torture/torture.ts',
    'scripts/torture/readers/heic-thread.ts',
    'scripts/sample-labels/label-photos.ts',
    'scripts/faces/traced-lines.ts',
    'scripts/bench/*/suite.ts',
    'scripts/makeup/measure-sequence.ts',
    'scripts/makeup/measure-transfer.ts',
    'scripts/bench/window/page/probe.ts',
    'scripts/official/{measure-graphs,compare-engines,write-dense-graph}.ts',
    'test/**/*.test.ts',
    'test/e2e/{fixtures,global-setup}.ts',
    'test/electron-double/{build-double,run-app,electron-module}.ts',
    'test/electron-double/{window,utility}/*.ts',
    'test/{screenshots,packaged,torture}/*.{config,spec}.ts',
    // Bundled by test/electron-double/build-double.ts and started by name.
    'test/electron-double/{electron-module,run-app}.ts',
    'test/electron-double/utility/utility-shim.ts',
    'test/electron-double/window/window-scripts.ts',
  ],
  project: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'scripts/**/*.{mjs,ts}', 'test/**/*.ts'],
  // Found by its path (its binary is unpacked from there), and what @playwright/test is made of.
  ignoreDependencies: ['@sparticuz/chromium', 'playwright-core'],
  // Asked for where they exist.
  ignoreBinaries: ['ldd', 'dpkg-deb', 'mkfifo'],
  ignoreExportsUsedInFile: true,
  treatConfigHintsAsErrors: true,
}
