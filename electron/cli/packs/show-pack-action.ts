import { colourHex, colourKey } from '../../images/class-colours.ts'
import { findPack } from '../../packs/installed-pack.ts'
import { aligned } from '../arguments/help-text.ts'
import { writeJson, type CliEnvironment } from '../environment.ts'
import { bytesText } from '../output/units.ts'
import { singleId } from './single-id.ts'

/** `packs show ID`: what a layout for this pack is made of, where the pack came from, and what it was measured at. */
export async function showPackAction(
  ids: readonly string[],
  json: boolean,
  environment: CliEnvironment,
): Promise<void> {
  const pack = await findPack(environment.models.packFolders, singleId('show', ids))
  const { manifest } = pack
  if (json) {
    writeJson(environment, { command: 'packs show', folder: pack.folder, manifest })
    return
  }
  const { sizes } = manifest
  const bytes = manifest.stages.reduce((sum, stage) => sum + stage.bytes, 0)
  const facts = aligned([
    ['Folder', pack.folder],
    ['Recipe', manifest.recipe],
    ['Conditions', manifest.conditions.map(({ kind }) => kind).join(', ')],
    [
      'Sizes',
      sizes.fixed === undefined
        ? `native ${String(sizes.native)}, multiples of ${String(sizes.multiple)} from ${String(sizes.min)} to ${String(sizes.max)}`
        : `${String(sizes.fixed.width)}×${String(sizes.fixed.height)} only`,
    ],
    ['Graphs', `${manifest.stages.map(({ name }) => name).join(', ')} (${bytesText(bytes)})`],
    ['Annotator', manifest.annotator ?? 'none'],
    ['Licence', manifest.licence.name],
    ['Made from', manifest.provenance.summary],
  ])
  const classes = manifest.classes.map(({ id, name, colour, aliases }) => {
    const also =
      aliases.length === 0 ? '' : `also ${aliases.map((alias) => `${String(alias.id)} ${alias.name}`).join(', ')}`
    return [`${String(id).padStart(3)}  ${colourHex(colourKey(...colour))}  ${name}`, also] as const
  })
  environment.stdout.write([`${manifest.title} (${manifest.id} ${manifest.version})`, ...facts, ''].join('\n'))
  if (classes.length > 0)
    environment.stdout.write(['', 'Classes (id, colour, name):', ...aligned(classes), ''].join('\n'))
}
