import type { commandsMessages } from '../en/commands.ts'

export const koreanCommandsMessages: Readonly<Record<keyof typeof commandsMessages, string>> = {
  'commands.menu': '메뉴',
  'commands.palette': '명령',
  'commands.search': '명령 검색',
  'commands.noneFound': '이런 이름의 명령이 없습니다. 다른 말로 찾아보세요.',
  'commands.shortcuts': '단축키',
  'commands.rebindHint': '명령의 단축키를 누른 다음 새 키를 누르세요.',
  'commands.escapeOrder':
    'Esc는 먼저 도구가 하던 일을, 다음으로 선택을, 그다음에 만들고 있는 그림을 그만둡니다. K는 실시간 결과를 멈춥니다.',
  'commands.rebind': '{command} 단축키 바꾸기',
  'commands.pressKeys': '키를 누르세요…',
  'commands.taken': '{shortcut}은(는) {command}에 쓰입니다. 다시 누르면 가져옵니다.',
  'commands.noKey': '없음',
  'commands.removeKey': '단축키 없애기',
  'commands.resetKey': '기본값으로',
  'commands.resetAll': '모두 기본값으로',
  'commands.group.file': '파일',
  'commands.group.edit': '편집',
  'commands.group.view': '보기',
  'commands.group.help': '도움말',
  'commands.group.selection': '선택',
  'commands.group.tools': '도구',
  'commands.group.classes': '클래스',
  'commands.group.layers': '레이어',
  'commands.group.live': '그림',
  'commands.group.app': '앱',
}
