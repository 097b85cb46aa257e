import type { InstalledPack } from './installed-pack.ts'
import { verifyGraphFile } from './verify-graph-file.ts'

/** Checks every graph file of a pack against its manifest. @throws CocanvasError `pack-broken` for the first fault. */
export async function verifyPack({ folder, manifest }: InstalledPack): Promise<void> {
  for (const stage of manifest.stages) await verifyGraphFile(folder, stage)
}
