import type Sharp from 'sharp'

/**
 * The image library, loaded on first use: it costs about 0.15 s and commands such as `--help` or a
 * refused layout never need it.
 */
export async function loadSharp(): Promise<typeof Sharp> {
  const module = await import('sharp')
  return module.default
}
