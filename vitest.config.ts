import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**', 'dist/**'],
    environment: 'node',
    // Inference tests use two threads themselves; more workers only make them wait for each other.
    maxWorkers: 2,
    // A hang is what this finds; a busy machine needs four times what a quiet one does.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
