import type { en } from './en.ts'

export type MessageKey = keyof typeof en

/** Every key of the English catalogue with a text in some language. */
export type Catalogue = Readonly<Record<MessageKey, string>>

/** The names in braces in a text: `'{count} steps'` has `'count'`. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

export type MessageValues<Key extends MessageKey> = Readonly<Record<Placeholders<(typeof en)[Key]>, string | number>>

/** No second argument for texts without placeholders, values for all placeholders otherwise. */
export type MessageArguments<Key extends MessageKey> = [Placeholders<(typeof en)[Key]>] extends [never]
  ? []
  : [MessageValues<Key>]

/** Gives the text of a key in the user's language. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: MessageArguments<Key>) => string

/** Keys whose texts need no values: titles, names, tooltips. */
export type PlainMessageKey = {
  [Key in MessageKey]: [Placeholders<(typeof en)[Key]>] extends [never] ? Key : never
}[MessageKey]
