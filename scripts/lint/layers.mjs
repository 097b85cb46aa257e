/**
 * Which folder may import what. One row per folder: a folder is a runtime and a responsibility, and this table is the
 * only place where a new dependency between two of them can be allowed.
 *
 * @typedef {object} Layer
 * @property {string} folder Path from the repository root; the longest match wins.
 * @property {readonly string[]} layers Other folders whose files it may import.
 * @property {readonly string[]} packages npm packages it may import.
 * @property {boolean} node Whether Node's own modules exist there.
 * @property {boolean} [loopback] Whether it may open sockets, for the browser window on this machine alone.
 */

/**
 * The ranks of the window, lowest first. A folder of a rank may import its own rank and every lower one, never a higher
 * one: `model` knows no tools, `synthesis` no project files, and only `app` knows everything.
 *
 * @type {readonly { readonly folder: string, readonly packages: readonly string[] }[]}
 */
export const windowRanks = [
  { folder: 'renderer/preferences', packages: ['@reduxjs/toolkit'] },
  { folder: 'renderer/i18n', packages: ['react', 'react-redux'] },
  { folder: 'renderer/theme', packages: [] },
  { folder: 'renderer/shared', packages: ['react', 'react-dom', 'react-redux', '@reduxjs/toolkit'] },
  { folder: 'renderer/model', packages: ['zod', '@reduxjs/toolkit'] },
  { folder: 'renderer/painting', packages: ['react', 'react-redux', '@reduxjs/toolkit', 'konva', 'react-konva'] },
  { folder: 'renderer/synthesis', packages: ['react', 'react-redux', '@reduxjs/toolkit'] },
  { folder: 'renderer/files', packages: ['zod', 'react', 'react-redux', '@reduxjs/toolkit', 'ag-psd'] },
  { folder: 'renderer/panels', packages: ['react', 'react-dom', 'react-redux', '@reduxjs/toolkit'] },
  { folder: 'renderer/app', packages: ['react', 'react-redux', '@reduxjs/toolkit'] },
  // main.tsx alone.
  { folder: 'renderer', packages: ['react', 'react-dom'] },
]

/** @returns {Layer[]} */
function windowRows() {
  return windowRanks.map(({ folder, packages }, rank) => ({
    folder,
    layers: [
      'assets/poses',
      'docs/guide',
      'electron/contract',
      'electron/client',
      'electron/resampling',
      'electron/wire',
      'electron/conditions',
      ...windowRanks.slice(0, rank).map((lower) => lower.folder),
    ],
    packages,
    node: false,
  }))
}

/** @type {readonly Layer[]} */
export const layers = [
  // Data that is built into the window.
  { folder: 'assets/poses', layers: [], packages: [], node: false },
  { folder: 'docs/guide', layers: [], packages: [], node: false },
  { folder: 'electron/contract', layers: [], packages: ['zod'], node: false },
  { folder: 'electron/client', layers: ['electron/contract'], packages: [], node: false },
  { folder: 'electron/resampling', layers: ['electron/contract'], packages: [], node: false },
  {
    folder: 'electron/conditions',
    layers: ['electron/contract', 'electron/resampling'],
    packages: ['zod'],
    node: false,
  },
  { folder: 'electron/faces', layers: ['electron/contract'], packages: [], node: false },
  { folder: 'electron/people', layers: ['electron/contract', 'electron/faces'], packages: [], node: false },
  { folder: 'electron/makeup', layers: ['electron/contract', 'electron/faces'], packages: ['zod'], node: false },
  { folder: 'electron/files', layers: [], packages: [], node: true },
  { folder: 'electron/packs', layers: ['electron/contract', 'electron/files'], packages: ['zod'], node: true },
  {
    folder: 'electron/images',
    layers: ['electron/contract', 'electron/files'],
    packages: ['zod', 'sharp', 'fast-png', 'libheif-js'],
    node: true,
  },
  { folder: 'electron/detail', layers: ['electron/contract'], packages: [], node: false },
  { folder: 'electron/photo-edit', layers: ['electron/contract', 'electron/detail'], packages: [], node: false },
  {
    folder: 'electron/inference',
    layers: [
      'electron/contract',
      'electron/packs',
      'electron/conditions',
      'electron/resampling',
      'electron/detail',
      'electron/photo-edit',
      'electron/faces',
      'electron/people',
      'electron/makeup',
    ],
    packages: ['zod', 'onnxruntime-node'],
    node: true,
  },
  { folder: 'electron/supervision', layers: ['electron/contract', 'electron/client'], packages: ['zod'], node: true },
  {
    folder: 'electron/importer',
    layers: ['electron/contract', 'electron/files', 'electron/conditions', 'electron/packs'],
    packages: ['zod', 'fflate', 'protobufjs'],
    node: true,
  },
  {
    folder: 'electron/cli',
    layers: [
      'electron/contract',
      'electron/client',
      'electron/conditions',
      'electron/resampling',
      'electron/packs',
      'electron/images',
      'electron/photo-edit',
      'electron/makeup',
      'electron/inference',
      'electron/supervision',
      'electron/importer',
    ],
    packages: ['zod'],
    node: true,
  },
  { folder: 'electron/wire', layers: ['electron/contract'], packages: [], node: false },
  {
    folder: 'electron/services',
    layers: [
      'electron/contract',
      'electron/files',
      'electron/packs',
      'electron/images',
      'electron/photo-edit',
      'electron/wire',
    ],
    packages: ['zod', 'fflate', 'fs-native-extensions'],
    node: true,
  },
  { folder: 'electron/page', layers: ['electron/contract', 'electron/wire'], packages: ['zod'], node: false },
  {
    folder: 'electron/main',
    layers: ['electron/contract', 'electron/services', 'electron/supervision', 'electron/packs'],
    packages: ['zod', 'electron'],
    node: true,
  },
  {
    folder: 'electron/utility',
    layers: ['electron/contract', 'electron/inference'],
    packages: ['zod', 'electron'],
    node: true,
  },
  { folder: 'electron/preload', layers: ['electron/contract'], packages: ['electron'], node: false },
  {
    folder: 'electron/web',
    layers: ['electron/contract', 'electron/services', 'electron/supervision', 'electron/packs', 'electron/wire'],
    packages: ['zod', 'ws'],
    node: true,
    loopback: true,
  },
  ...windowRows(),
]

/** Folders whose every file must belong to a row of the table above. */
export const layeredRoots = ['electron', 'renderer']

/** Cocanvas works offline: only a folder marked `loopback` may use these. */
export const networkModules = ['dgram', 'dns', 'http', 'http2', 'https', 'net', 'tls']
