/**
 * npm's own record of what is installed (node_modules/.package-lock.json) has the same entries as package-lock.json,
 * except optional packages of other platforms. Contents are compared instead of times, because `git checkout` changes
 * the times.
 *
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 * @returns {boolean} Whether every package that this platform must have is installed in its locked version.
 */
export function isInstallCurrent(wanted, installed) {
  const present = installed.packages ?? {}
  return Object.entries(wanted.packages ?? {}).every(([path, { version, optional, devOptional, link }]) => {
    if (path === '' || link === true) return true
    const found = present[path]
    if (found === undefined) return optional === true || devOptional === true
    return found.version === version
  })
}
