/** Why specs over the real Electron are skipped. */
export const NO_ELECTRON =
  'There is no Electron binary on this machine: fetch it with `npx install-electron`, or name one in ELECTRON_BIN.'
