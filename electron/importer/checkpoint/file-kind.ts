import { readBytes, type ByteSource } from './bytes/byte-source.ts'
import { CheckpointError, DOWNLOAD_AGAIN } from './checkpoint-error.ts'
import { startsLegacyStream } from './legacy/legacy-head.ts'

const HEAD_BYTES = 512

/** Which of torch's two formats a file has, by its first bytes. @throws CheckpointError naming any other kind. */
export async function recogniseFormat(source: ByteSource): Promise<'zip' | 'legacy'> {
  const head = await readBytes(source, 0, Math.min(HEAD_BYTES, source.size), 'its first bytes')
  if (head.length === 0) throw new CheckpointError('truncated', `the file is empty; ${DOWNLOAD_AGAIN}.`)
  const text = new TextDecoder('latin1').decode(head)
  if (text.startsWith('PK\x03\x04')) return 'zip'
  if (startsLegacyStream(head)) return 'legacy'
  throw new CheckpointError('not-a-checkpoint', explainOtherKind(text))
}

/** Sentences for what people choose by mistake, most specific first; `head` is latin-1. */
function explainOtherKind(head: string): string {
  const choose = 'choose the .pth file of the weights'
  if (/^\s*(<!doctype|<html|<\?xml)/i.test(head)) return `it is a web page, not a checkpoint: ${DOWNLOAD_AGAIN}.`
  if (head.startsWith('version https://git-lfs')) return 'it is only a pointer to the file; fetch the file itself.'
  if (/^.{8}\{"/s.test(head)) return `it is a safetensors file; ${choose}.`
  if (head.startsWith('\x1f\x8b')) return `it is compressed with gzip; unpack it and ${choose}.`
  if (head.startsWith('7z\xbc\xaf') || head.startsWith('Rar!')) return `it is an archive; unpack it and ${choose}.`
  if (head.slice(257, 262) === 'ustar') return `it is a tar archive; unpack it and ${choose}.`
  if (head.startsWith('\x80')) return 'it is a Python pickle that torch.save did not write; save it with torch.save.'
  return `it is not a PyTorch checkpoint; ${choose}.`
}
