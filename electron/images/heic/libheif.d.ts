/** The little that we use of libheif's WebAssembly build; its own declarations type all of this as `any`. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  interface HeifHandle {
    delete(): void
  }
  interface Libheif {
    readonly heif_colorspace: { readonly heif_colorspace_RGB: object }
    readonly heif_chroma: {
      readonly heif_chroma_interleaved_RGB: object
      readonly heif_chroma_interleaved_RGBA: object
    }
    heif_context_alloc(): HeifHandle
    heif_context_read_from_memory(context: HeifHandle, bytes: Uint8Array): { readonly code: object }
    readonly heif_error_code: { readonly heif_error_Ok: object }
    /** The handle, or an object with an error code. */
    heif_js_context_get_primary_image_handle(context: HeifHandle): unknown
    heif_image_handle_get_width(handle: unknown): number
    heif_image_handle_get_height(handle: unknown): number
    heif_image_handle_has_alpha_channel(handle: unknown): number
    /** Rotations and mirrorings of the file are applied. */
    heif_js_decode_image2(handle: unknown, colours: object, chroma: object): unknown
  }
  // eslint-disable-next-line no-restricted-exports -- the package has no other export
  export default function loadLibheif(options?: object): Libheif
}
