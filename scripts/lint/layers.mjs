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

/** @type {readonly Layer[]} */
export const layers = [
  { folder: 'electron/contract', layers: [], packages: ['zod'], node: false },
  { folder: 'electron/conditions', layers: ['electron/contract'], packages: ['zod'], node: false },
  { folder: 'electron/packs', layers: ['electron/contract'], packages: ['zod'], node: true },
  { folder: 'electron/images', layers: ['electron/contract'], packages: ['zod', 'sharp', 'fast-png'], node: true },
  {
    folder: 'electron/inference',
    layers: ['electron/contract', 'electron/packs', 'electron/conditions'],
    packages: ['zod', 'onnxruntime-node'],
    node: true,
  },
  { folder: 'electron/supervision', layers: ['electron/contract'], packages: ['zod'], node: true },
  {
    folder: 'electron/importer',
    layers: ['electron/contract', 'electron/conditions', 'electron/packs'],
    packages: ['zod', 'fflate', 'protobufjs'],
    node: true,
  },
  {
    folder: 'electron/cli',
    layers: [
      'electron/contract',
      'electron/conditions',
      'electron/packs',
      'electron/images',
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
    layers: ['electron/contract', 'electron/packs', 'electron/images', 'electron/wire'],
    packages: ['zod', 'fflate'],
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
  {
    folder: 'renderer',
    layers: ['electron/contract'],
    packages: ['zod', 'react', 'react-dom', 'konva', 'react-konva', '@reduxjs/toolkit', 'react-redux', 'ag-psd'],
    node: false,
  },
]

/** Folders whose every file must belong to a row of the table above. */
export const layeredRoots = ['electron', 'renderer']

/** Cocanvas works offline: only a folder marked `loopback` may use these. */
export const networkModules = ['dgram', 'dns', 'http', 'http2', 'https', 'net', 'tls']
