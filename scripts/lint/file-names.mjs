import path from 'node:path'

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|d))?$/
const SAYS_NOTHING = new Set(['common', 'helper', 'helpers', 'index', 'misc', 'util', 'utils'])

/**
 * @param {string} file Any path to a source file.
 * @returns {string | undefined} One sentence, or undefined when the name is good.
 */
export function fileNameComplaint(file) {
  const { name } = path.parse(file)
  if (!KEBAB_CASE.test(name)) return `Name this file in kebab-case, not '${name}'.`
  if (SAYS_NOTHING.has(name)) return `'${name}' does not say what the file holds; name its one idea.`
  return undefined
}

/** @type {import('eslint').Rule.RuleModule} */
export const fileNamesRule = {
  meta: { type: 'suggestion', schema: [], docs: { description: 'A file is named after its one idea, in kebab-case' } },
  create(context) {
    return {
      Program(node) {
        const message = fileNameComplaint(context.filename)
        if (message !== undefined) context.report({ node, message })
      },
    }
  },
}
