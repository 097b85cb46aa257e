/** A style sheet's local class names, by the names it was written with. */
declare module '*.module.css' {
  const classNames: Readonly<Record<string, string>>
  // eslint-disable-next-line no-restricted-exports -- Vite gives style modules as default exports
  export default classNames
}

declare module '*.css'

/** A text file as it is. */
declare module '*.md?raw' {
  const text: string
  // eslint-disable-next-line no-restricted-exports -- Vite gives raw files as default exports
  export default text
}

interface ImportMeta {
  /** The addresses of files that match a pattern, by their paths; Vite puts them into the build. */
  readonly glob: (
    pattern: string,
    options: { readonly eager: true; readonly query: '?url'; readonly import: 'default' },
  ) => Readonly<Record<string, string>>
}
