/** What the double's main side and a utility process say to each other over Node's IPC. */
export type ToUtility =
  | { readonly type: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly type: 'port'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-closed'; readonly port: number }

export type FromUtility =
  | { readonly type: 'message'; readonly data: unknown }
  | { readonly type: 'port'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-closed'; readonly port: number }
