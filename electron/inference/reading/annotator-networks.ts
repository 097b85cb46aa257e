import { CocanvasError } from '../../contract/error-codes.ts'
import type { NetworkPort } from '../../contract/network-port.ts'
import type { NamedTensors } from '../../contract/tensor.ts'
import { findAnnotator, type InstalledAnnotator } from '../../packs/installed-annotator.ts'
import type { SessionPool } from '../session-pool.ts'
import { shapeFits } from '../tensor.ts'

/**
 * Runs the networks of installed annotators by their ids. Manifests are read once: annotators come with the app and do
 * not change while it runs. The graphs' files are checked against their SHA-256 when they are loaded.
 */
export class AnnotatorNetworks implements NetworkPort {
  readonly #folders: readonly string[]
  readonly #sessions: () => SessionPool
  readonly #found = new Map<string, Promise<InstalledAnnotator>>()

  /** @param folders searched for annotators, first match wins @param sessions where the networks run */
  constructor(folders: readonly string[], sessions: () => SessionPool) {
    this.#folders = folders
    this.#sessions = sessions
  }

  /** An annotator's manifest and folder. @throws CocanvasError `pack-missing` or `pack-broken` */
  find(id: string): Promise<InstalledAnnotator> {
    const found = this.#found.get(id) ?? findAnnotator(this.#folders, id)
    this.#found.set(id, found)
    found.catch(() => this.#found.delete(id))
    return found
  }

  async run(annotatorId: string, feeds: NamedTensors): Promise<NamedTensors> {
    const { folder, manifest } = await this.find(annotatorId)
    for (const input of manifest.graph.inputs) {
      const value = feeds.get(input.name)
      if (value?.dtype === input.dtype && shapeFits(value.shape, input)) continue
      const given = value === undefined ? 'nothing' : `${value.dtype} [${value.shape.join(',')}]`
      throw new CocanvasError(
        'pack-broken',
        `The annotator ${annotatorId} takes ${input.dtype} [${input.shape.join(',')}] as ${input.name} and was given ${given}; reinstall Cocanvas.`,
      )
    }
    return this.#sessions().run({ folder, graph: manifest.graph }, feeds)
  }
}
