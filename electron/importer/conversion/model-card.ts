import type { ConditionKind } from '../../contract/condition-kind.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { SourceFile } from './source-file.ts'

const NEEDS: Readonly<Record<ConditionKind, string>> = {
  labels: 'A layout is a PNG of raw ADE20k indices (0 = unlabelled, 1 = wall … 150 = flag), not shifted by one.',
  masks: 'A layout is a PNG of CelebAMask-HQ ids; eyeglasses are a mask of their own, laid over the face.',
  edges: 'A layout is a PNG of CelebAMask-HQ ids and the photo whose other edges are kept.',
  pose: 'A layout is an OpenPose JSON of 18 points.',
}

/** card.md of an imported pack. */
export function modelCard(manifest: PackManifest, sources: readonly SourceFile[]): string {
  const { metrics, selfTestDigest, licence, provenance } = manifest
  const files = sources.map(({ name, bytes, sha256 }) => `| ${name} | ${bytes} | \`${sha256}\` |`)
  return `# ${manifest.title}

${provenance.summary} The networks are those of "Cross-domain Correspondence Learning for Exemplar-based Image
Translation" (CVPR 2020, arXiv 2004.05571); Cocanvas changed how they are computed, not what.

## Use

${manifest.conditions.map(({ kind }) => NEEDS[kind]).join(' ')} Pictures are 256 × 256; photos are squashed to that size, as in training.

## Sources

| file | bytes | SHA-256 |
|---|---|---|
${files.join('\n')}

## Self-test

After conversion all stages ran once on fixed inputs and were compared with one dense graph of the same weights:
mean absolute difference of the warp ${String(metrics['selfTestWarpMeanDifference'])}, of the picture
${String(metrics['selfTestPictureMeanDifference'])} (pictures in −1..1).
Digest of the results: \`${String(selfTestDigest)}\`.

## Terms

${licence.notice}
`
}
