import { classMapOf } from '../../contract/class-maps.ts'
import type { Condition, ConditionOf } from '../../contract/condition.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { openPoseDocument } from '../../contract/poses/openpose-document.ts'
import { encodeLabelPng } from '../../images/encode-png.ts'
import { sha256 } from '../output/digest.ts'
import { classShares, type ClassShare } from '../rendering/class-shares.ts'

/** A reading as a file that `render` reads back, and what to tell of it. */
export interface WrittenReading {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** For people, in the middle of a line. */
  readonly summary: string
  /** For `--json`. */
  readonly facts: Readonly<Record<string, unknown>>
}

type Kind = Condition['kind']
type Write<Name extends Kind> = (condition: ConditionOf<Name>, manifest: PackManifest) => Promise<WrittenReading>

interface Writer<Name extends Kind> {
  readonly extension: 'png' | 'json'
  readonly write: Write<Name>
}

const classMapWriter = {
  extension: 'png',
  write: (condition: Condition, manifest: PackManifest) => {
    const labels = classMapOf(condition)
    if (labels === undefined) throw new TypeError(`${condition.kind} hold no classes`)
    return writeClassMap(labels, manifest)
  },
} as const

/** How each kind of condition is written; undefined for kinds that no annotator makes. */
const WRITERS: { readonly [Name in Kind]: Writer<Name> | undefined } = {
  labels: classMapWriter,
  masks: classMapWriter,
  edges: classMapWriter,
  pose: {
    extension: 'json',
    write: (pose) => {
      const { width, height, points } = pose
      const found = points.filter((point) => point !== null).length
      return Promise.resolve({
        bytes: new TextEncoder().encode(
          `${JSON.stringify(openPoseDocument({ width, height, people: [{ body: points }] }))}\n`,
        ),
        width,
        height,
        summary: `a person of ${found} points`,
        facts: { points: found },
      })
    },
  },
  lines: undefined,
  channels: undefined,
}

/** How the name of the file ends that a reading for this pack is written to. */
export function readingExtension({ conditions }: PackManifest): 'png' | 'json' {
  const [preferred] = conditions
  return (preferred === undefined ? undefined : WRITERS[preferred.kind]?.extension) ?? 'png'
}

/** @throws CocanvasError `bad-request` for a kind that cannot be written */
export function writeReading(condition: Condition, manifest: PackManifest): Promise<WrittenReading> {
  return writeOne(condition.kind, condition, manifest)
}

function writeOne<Name extends Kind>(
  kind: Name,
  condition: ConditionOf<Name>,
  manifest: PackManifest,
): Promise<WrittenReading> {
  const writer = WRITERS[kind]
  if (writer !== undefined) return writer.write(condition, manifest)
  throw new CocanvasError('bad-request', `What ${manifest.id} reads from photos cannot be written to a file.`)
}

async function writeClassMap(labels: LabelMap, { classes }: PackManifest): Promise<WrittenReading> {
  const shares = classShares(labels, classes)
  return {
    bytes: await encodeLabelPng(labels, classes),
    width: labels.width,
    height: labels.height,
    summary: sharesText(shares),
    facts: { pixelsSha256: sha256(labels.data), classes: shares },
  }
}

function sharesText(classes: readonly ClassShare[]): string {
  const shown = classes.slice(0, 5).map(({ name, share }) => `${name} ${String(Math.round(share * 100))} %`)
  return shown.join(', ') + (classes.length > shown.length ? ', …' : '')
}
