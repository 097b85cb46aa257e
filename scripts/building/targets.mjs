/**
 * What is built: file in dist/ -> its entry in the source tree.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const targets = {
  'cli.js': 'electron/cli/main.ts',
}

/** Packages with native files, or too large to be worth it, are loaded from node_modules when the program runs. */
export const externalPackages = ['onnxruntime-node', 'sharp']
