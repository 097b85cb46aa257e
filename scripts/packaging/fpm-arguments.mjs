import path from 'node:path'

/**
 * What a Debian package is to hold.
 *
 * @typedef {object} PackageRequest
 * @property {Readonly<Record<string, string>>} fields Single values by fpm's name, such as `version`.
 * @property {readonly string[]} depends
 * @property {readonly string[]} recommends
 * @property {string} compression
 * @property {string} output
 * @property {Readonly<Record<string, string>>} scripts Maintainer script -> its file.
 * @property {readonly { source: string, target: string }[]} contents Folders and files -> their place from the root.
 */

const SWITCHES = new Set(['--force', '--debug'])
const FIELDS = new Set(['architecture', 'description', 'version', 'name', 'maintainer', 'vendor', 'url', 'category'])
const MORE_FIELDS = new Set(['license', 'iteration', 'deb-priority', 'deb-compression'])
const SCRIPTS = { 'after-install': 'postinst', 'after-remove': 'postrm' }

/**
 * Reads the arguments that electron-builder's FpmTarget gives to fpm.
 *
 * @param {readonly string[]} args
 * @returns {PackageRequest}
 * @throws {Error} for anything that is not about a .deb, so that nothing is left out in silence.
 */
export function readFpmArguments(args) {
  /** @type {Record<string, string>} */
  const fields = {}
  /** @type {Record<string, string>} */
  const scripts = {}
  /** @type {{ source: string, target: string }[]} */
  const contents = []
  /** @type {string[]} */
  const depends = []
  /** @type {string[]} */
  const recommends = []
  let output = ''
  const rest = [...args]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (SWITCHES.has(argument)) continue
    if (!argument.startsWith('-')) {
      contents.push(readContent(argument))
      continue
    }
    const value = rest.shift() ?? ''
    const name = argument.replace(/^--?/, '')
    if (name === 's' || name === 't') requireValue(argument, value, name === 's' ? 'dir' : 'deb')
    else if (name === 'd') depends.push(value)
    else if (name === 'deb-recommends') recommends.push(value)
    else if (name === 'package') output = value
    else if (name === 'after-install' || name === 'after-remove') scripts[SCRIPTS[name]] = value
    else if (FIELDS.has(name) || MORE_FIELDS.has(name)) fields[name] = value
    else throw new Error(`electron-builder asks for ${argument}, which the Debian packager does not know.`)
  }
  const compression = fields['deb-compression'] ?? 'xz'
  return { fields, depends, recommends, compression, output, scripts, contents }
}

/**
 * The package's control file (Debian policy 5.3).
 *
 * @param {PackageRequest} request
 * @param {number} kilobytes Size once installed.
 */
export function controlText({ fields, depends, recommends }, kilobytes) {
  const [synopsis = '', ...description] = (fields['description'] ?? '').trim().split('\n')
  const lines = [
    ['Package', fields['name']],
    ['Version', fields['version']],
    ['Architecture', fields['architecture']],
    ['Maintainer', fields['maintainer']],
    ['Installed-Size', String(kilobytes)],
    ['Depends', depends.join(', ')],
    ['Recommends', recommends.join(', ')],
    ['Section', fields['category'] ?? 'graphics'],
    ['Priority', fields['deb-priority'] ?? 'optional'],
    ['Description', [synopsis.trim(), ...description.map((line) => ` ${line.trim() || '.'}`)].join('\n')],
  ]
  return `${lines
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`
}

/** @param {string} argument `source=target`; a source that ends in a slash stands for what is inside. */
function readContent(argument) {
  const [source = '', target = ''] = argument.split('=')
  return { source: path.resolve(source), target: target.replace(/^\/+/, '') }
}

/**
 * @param {string} argument
 * @param {string} value
 * @param {string} wanted
 */
function requireValue(argument, value, wanted) {
  if (value !== wanted) throw new Error(`The Debian packager makes a deb from a dir, not ${argument} ${value}.`)
}
