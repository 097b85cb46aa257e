import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * A source file as one JavaScript file, for tests that run it in processes of their own.
 *
 * @param entry from the repository's root
 * @returns the file's path
 */
export async function bundledModule(entry: string, folder: string): Promise<string> {
  const outfile = path.join(folder, `${path.parse(entry).name}.mjs`)
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    plugins: [
      {
        // Packages with native files are found where they are installed, wherever the bundle lies.
        name: 'native-packages',
        setup: (builder) => {
          builder.onResolve({ filter: /^fs-native-extensions$/ }, () => ({
            path: path.join(root, 'node_modules/fs-native-extensions/index.js'),
            external: true,
          }))
        },
      },
    ],
  })
  return outfile
}
