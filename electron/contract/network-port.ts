import type { NamedTensors } from './tensor.ts'

/**
 * Runs a network that reads photos (face detector, face mesh, pose …) without knowing what executes it, so that the
 * code around the network stays pure and can be tested with recorded tensors.
 */
export interface NetworkPort {
  /**
   * Runs the graph of an installed annotator (models/annotators/<id>) once.
   *
   * @param feeds tensors by the names of the graph's inputs, in the shapes that its manifest states
   * @returns every output of the graph by its name
   * @throws CocanvasError `pack-missing` when it is not installed, `pack-broken` when its file is not the one that its
   *   manifest describes or the tensors do not fit, `provider-failed` when it cannot be run
   */
  run(annotatorId: string, feeds: NamedTensors): Promise<NamedTensors>
}
