import type { shellMessages } from '../en/shell.ts'

export const koreanShellMessages: Record<keyof typeof shellMessages, string> = {
  'shell.tools': '도구',
  'shell.toolOptions': '도구 옵션',
  'shell.panels': '패널',
  'shell.canvas': '캔버스',
  'shell.status': '상태',
  'shell.close': '닫기',
  'shell.cancel': '취소',
  'shell.dismiss': '닫기',
  'shell.collapse': '{panel} 접기',
  'shell.expand': '{panel} 펼치기',
  'shell.failed': '문제가 생겼습니다. 다시 해 보세요.',
}
