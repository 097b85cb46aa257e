import type { CorrespondenceNetwork } from '../architecture/correspondence-network.ts'
import type { GeneratorNetwork } from '../architecture/generator-network.ts'
import { OFFICIAL_VARIANTS, type OfficialVariant, type OfficialVariantId } from '../architecture/official-variant.ts'
import type { CandidateFile } from './candidate-file.ts'
import { identifyNetwork, NETWORK_TITLES, type NetworkKind } from './network-kind.ts'
import { RecognitionError } from './recognition-error.ts'
import { recogniseCorrespondence } from './recognise-correspondence.ts'
import { recogniseGenerator } from './recognise-generator.ts'
import { recogniseTask } from './recognise-task.ts'
import { keysText } from './shape-comparison.ts'

/** The two files of one release: netCorr and netG. */
export interface CandidatePair {
  readonly correspondence: CandidateFile
  readonly generator: CandidateFile
}

/** What a pair of files turned out to be; every key and shape has been compared. */
export interface RecognisedPair {
  readonly variant: OfficialVariant
  /** Variants with the very same keys and shapes, which only the user can choose. */
  readonly alternatives: readonly OfficialVariant[]
  readonly correspondence: CorrespondenceNetwork
  readonly generator: GeneratorNetwork
}

/**
 * Recognises task, variant and widths from keys and shapes alone. `requested` must agree with the files; it is needed
 * only to choose between variants that look alike (ade20k-noise).
 * @throws RecognitionError with one sentence on the first thing that does not fit.
 */
export function recognisePair(pair: CandidatePair, requested?: OfficialVariantId): RecognisedPair {
  requireKinds(pair)
  const task = recogniseTask(pair.correspondence, pair.generator)
  const variants = OFFICIAL_VARIANTS.filter((variant) => variant.task === task)
  const chosen = variants.find(({ id }) => requested === undefined || id === requested)
  if (chosen === undefined) {
    const message = `${pair.correspondence.fileName} and ${pair.generator.fileName} were trained for ${task.id}, not for ${String(requested)}; leave out the task or give other files.`
    throw new RecognitionError('wrong-task', message)
  }
  return {
    variant: chosen,
    alternatives: variants.filter((variant) => variant !== chosen),
    correspondence: recogniseCorrespondence(pair.correspondence, task),
    generator: recogniseGenerator(pair.generator, task),
  }
}

function requireKinds({ correspondence, generator }: CandidatePair): void {
  const correspondenceKind = identifyNetwork(correspondence.shapes)
  const generatorKind = identifyNetwork(generator.shapes)
  if (correspondenceKind === 'generator' && generatorKind === 'correspondence') {
    const message = `${correspondence.fileName} is netG and ${generator.fileName} is netCorr, so they were given the wrong way round; swap them.`
    throw new RecognitionError('swapped', message)
  }
  requireKind(correspondence, correspondenceKind, 'correspondence')
  requireKind(generator, generatorKind, 'generator')
}

const WANTED = {
  correspondence: 'the correspondence network, whose file name ends in net_Corr.pth',
  generator: 'the generator, whose file name ends in net_G.pth',
} as const

function requireKind(file: CandidateFile, kind: NetworkKind, wanted: 'correspondence' | 'generator'): void {
  if (kind === wanted) return
  const found =
    kind === 'unknown'
      ? `${file.fileName} is no network of CoCosNet (it holds ${keysText([...file.shapes.keys()])})`
      : `${file.fileName} is ${NETWORK_TITLES[kind]}`
  throw new RecognitionError('wrong-network', `${found}; give ${WANTED[wanted]}.`)
}
