/** Locks that the operating system holds for an open file and gives up with it, however the process ends. */
declare module 'fs-native-extensions' {
  /** Takes the whole file for this descriptor, which must be open for writing; false while another one has it. */
  export function tryLock(descriptor: number): boolean
}
