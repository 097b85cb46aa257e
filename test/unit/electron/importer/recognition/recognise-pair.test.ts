import { describe, expect, it } from 'vitest'
import { correspondenceShapes } from '../../../../../electron/importer/architecture/correspondence-network.ts'
import { generatorShapes } from '../../../../../electron/importer/architecture/generator-network.ts'
import {
  OFFICIAL_TASKS,
  officialTask,
  type OfficialTaskId,
} from '../../../../../electron/importer/architecture/official-task.ts'
import type { OfficialVariantId } from '../../../../../electron/importer/architecture/official-variant.ts'
import type { Shape } from '../../../../../electron/importer/architecture/tensor-shapes.ts'
import type { CandidateFile } from '../../../../../electron/importer/recognition/candidate-file.ts'
import { RecognitionError } from '../../../../../electron/importer/recognition/recognition-error.ts'
import { recognisePair, type CandidatePair } from '../../../../../electron/importer/recognition/recognise-pair.ts'
import { readOfficialKeys } from '../official-key-lists.ts'

function file(fileName: string, shapes: Iterable<readonly [string, Shape]>): CandidateFile {
  return { fileName, shapes: new Map(shapes) }
}

function officialPair(task: OfficialTaskId): CandidatePair {
  return {
    correspondence: file('90_net_Corr.pth', readOfficialKeys(`${task}.netCorr.tsv`)),
    generator: file('90_net_G.pth', readOfficialKeys(`${task}.netG.tsv`)),
  }
}

/** The pair with one entry of netCorr changed, or taken out. */
function withEntry(pair: CandidatePair, key: string, shape: Shape | undefined): CandidatePair {
  const shapes = new Map(pair.correspondence.shapes)
  if (shape === undefined) shapes.delete(key)
  else shapes.set(key, shape)
  return { ...pair, correspondence: { ...pair.correspondence, shapes } }
}

function failure(pair: CandidatePair, requested?: OfficialVariantId): RecognitionError {
  try {
    recognisePair(pair, requested)
  } catch (error) {
    if (error instanceof RecognitionError) return error
    throw error
  }
  throw new Error('the pair was accepted')
}

describe('recognisePair', () => {
  it.each(OFFICIAL_TASKS)('recognises the published $id pair at its full width', ({ id }) => {
    const { variant, correspondence, generator } = recognisePair(officialPair(id))
    expect(variant.id).toBe(id)
    expect(correspondence.widths).toEqual({ base: 64, modulation: 128, matching: 256 })
    expect(generator.widths).toEqual({ base: 64, modulation: 128 })
  })

  it.each(OFFICIAL_TASKS)('reads the widths of a narrow $id pair from its shapes', (task) => {
    const widths = { base: 6, modulation: 10, matching: 14 }
    const narrow = { base: 4, modulation: 8 }
    const found = recognisePair({
      correspondence: file('a', correspondenceShapes({ task, widths })),
      generator: file('b', generatorShapes({ task, widths: narrow })),
    })
    expect(found.correspondence).toEqual({ task, widths })
    expect(found.generator).toEqual({ task, widths: narrow })
  })

  it('offers the noise variant of ade20k, which no key betrays, and takes it when asked for', () => {
    const pair = officialPair('ade20k')
    expect(recognisePair(pair).alternatives.map(({ id }) => id)).toEqual(['ade20k-noise'])
    expect(recognisePair(pair, 'ade20k-noise').variant.exemplarMixture).toBe('noise')
    expect(recognisePair(officialPair('celebahq')).alternatives).toEqual([])
  })

  it('ignores the domain classifier that a training option leaves in netCorr', () => {
    const pair = withEntry(officialPair('celebahq'), 'domain_classifier.conv.weight', [1, 256, 3, 3])
    expect(recognisePair(pair).variant.id).toBe('celebahq')
  })

  it('tells files that were given the wrong way round', () => {
    const { correspondence, generator } = officialPair('deepfashion')
    expect(failure({ correspondence: generator, generator: correspondence })).toMatchObject({
      code: 'swapped',
      message:
        '90_net_G.pth is netG and 90_net_Corr.pth is netCorr, so they were given the wrong way round; swap them.',
    })
  })

  it('tells the same file given twice', () => {
    const { generator } = officialPair('deepfashion')
    expect(failure({ correspondence: generator, generator })).toMatchObject({
      code: 'wrong-network',
      message:
        '90_net_G.pth is the generator (netG); give the correspondence network, whose file name ends in net_Corr.pth.',
    })
  })

  it.each<[string, string, [string, Shape][]]>([
    ['a discriminator', 'a discriminator (netD)', [['discriminator_0.model0.0.weight', [64, 154, 4, 4]]]],
    ['a VGG network', 'a VGG network', [['conv1_1.weight', [64, 3, 3, 3]]]],
    ["SPADE's encoder", "SPADE's style encoder", [['fc_mu.weight', [256, 8192]]]],
    [
      'CoCosNet v2 netCorr',
      'the correspondence network of CoCosNet v2',
      [
        ['adaptive_model_seg.layer1.0.weight_orig', [32, 20, 3, 3]],
        ['theta_0.weight', [32, 128, 1, 1]],
      ],
    ],
    [
      'CoCosNet v2 netG',
      'the generator of CoCosNet v2',
      [
        ['fc.weight', [512, 32, 3, 3]],
        ['head_0.norm_0.mlp_shared.1.weight', [128, 32, 3, 3]],
        ['up_0.conv_0.weight_orig', [512, 512, 3, 3]],
      ],
    ],
    [
      'a SPADE generator',
      'a SPADE generator, which has no exemplar',
      [
        ['head_0.norm_0.mlp_shared.0.weight', [128, 151, 3, 3]],
        ['up_0.conv_0.weight_orig', [512, 1024, 3, 3]],
      ],
    ],
    [
      'nothing known',
      "no network of CoCosNet (it holds 'a.weight', 'b.weight', 'c.weight' and 1 more)",
      [
        ['a.weight', [1]],
        ['b.weight', [1]],
        ['c.weight', [1]],
        ['d.weight', [1]],
      ],
    ],
  ])('names %s for what it is', (_, words, shapes) => {
    const other = file('x.pth', shapes)
    const { correspondence, generator } = officialPair('ade20k')
    expect(failure({ correspondence: other, generator })).toMatchObject({ code: 'wrong-network' })
    const error = failure({ correspondence, generator: other })
    expect(error.code).toBe('wrong-network')
    expect(error.message).toContain(`x.pth is ${words}`)
  })

  it('names both tasks where the files belong to different ones', () => {
    const pair = { ...officialPair('ade20k'), generator: officialPair('celebahq').generator }
    expect(failure(pair)).toMatchObject({
      code: 'wrong-task',
      message: '90_net_Corr.pth was trained for ade20k but 90_net_G.pth for celebahq; give two files of one release.',
    })
  })

  it('names the task found where another was asked for', () => {
    expect(failure(officialPair('celebahqedge'), 'deepfashion').message).toBe(
      '90_net_Corr.pth and 90_net_G.pth were trained for celebahqedge, not for deepfashion; leave out the task or give other files.',
    )
  })

  it('counts the channels of an unofficial task', () => {
    const task = { ...officialTask('ade20k'), conditionChannels: 35 }
    const widths = { base: 64, modulation: 128, matching: 256 }
    const pair = {
      correspondence: file('a.pth', correspondenceShapes({ task, widths })),
      generator: file('b.pth', generatorShapes({ task, widths })),
    }
    expect(failure(pair).message).toContain('a.pth was trained for a condition of 35 channels')
  })

  it.each<[string, string, Shape | undefined, string]>([
    [
      'a wrong kernel',
      'adaptive_model_img.layer2.0.weight_orig',
      [128, 64, 4, 4],
      'should be 128×64×3×3 but is 128×64×4×4',
    ],
    ['a missing key', 'phi.bias', undefined, "it lacks 'phi.bias'"],
    ['an unknown key', 'layer.4.conv1.weight', [1], "it has the unknown 'layer.4.conv1.weight'"],
    ['a lost scalar', 'layer.0.prelu.weight', [], "'layer.0.prelu.weight' should be 1 but is a scalar"],
    [
      'no first layer',
      'adaptive_model_seg.layer1.0.weight_orig',
      undefined,
      "it lacks 'adaptive_model_seg.layer1.0.weight_orig'",
    ],
    ['a flat first layer', 'adaptive_model_seg.layer1.0.weight_orig', [151], "should be a convolution's weight"],
    ['an odd width', 'adaptive_model_seg.layer1.0.weight_orig', [63, 151, 3, 3], 'tells a width of 63 channels'],
  ])('explains %s by key', (_, key, shape, words) => {
    const error = failure(withEntry(officialPair('ade20k'), key, shape))
    expect(error.code).toBe('wrong-shapes')
    expect(error.message).toContain(words)
    expect(error.message).toContain('90_net_Corr.pth')
  })
})
