import { commandTargets, nodeTargets, pageTargets, preloadTargets } from './scripts/building/targets.mjs'

const built = [commandTargets, nodeTargets, pageTargets, preloadTargets].flatMap((targets) => Object.values(targets))

export default {
  // What is started by name: the built programs, the scripts, and the test files, which their runners find themselves.
  entry: [
    ...built,
    'renderer/main.tsx',
    'scripts/*.mjs',
    'scripts/packs/check-packs.ts',
    'scripts/bench/*/suite.ts',
    'test/**/*.test.ts',
    'test/screenshots/*.{config,spec}.ts',
  ],
  project: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'scripts/**/*.{mjs,ts}', 'test/**/*.ts'],
  ignoreExportsUsedInFile: true,
  treatConfigHintsAsErrors: true,
}
