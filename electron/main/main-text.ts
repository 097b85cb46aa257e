import type { EditorSettings } from '../contract/editor-settings.ts'
import type { MenuCommand } from '../contract/menu-command.ts'
import type { FilePurpose } from '../services/dialogs.ts'

type MenuName = 'file' | 'edit' | 'view' | 'help'

/** What the main process says itself: menus and the filters of file dialogs. */
export interface MainText {
  readonly menus: Readonly<Record<MenuName, string>>
  readonly commands: Readonly<Record<MenuCommand, string>>
  readonly quit: string
  readonly fullScreen: string
  readonly files: Readonly<Record<FilePurpose, string>>
}

const ENGLISH: MainText = {
  menus: { file: '&File', edit: '&Edit', view: '&View', help: '&Help' },
  commands: {
    'file.new': 'New…',
    'file.open': 'Open…',
    'file.save': 'Save',
    'file.save-as': 'Save As…',
    'file.import': 'Import Labels…',
    'file.export': 'Export…',
    'edit.undo': 'Undo',
    'edit.redo': 'Redo',
    'edit.cut': 'Cut',
    'edit.copy': 'Copy',
    'edit.paste': 'Paste',
    'edit.select-all': 'Select All',
    'edit.select-none': 'Select None',
    'view.zoom-in': 'Zoom In',
    'view.zoom-out': 'Zoom Out',
    'view.fit': 'Fit on Screen',
    'view.actual-size': 'Actual Size',
    'app.settings': 'Settings…',
    'app.command-palette': 'Command Palette…',
    'app.shortcuts': 'Keyboard Shortcuts',
    'app.packs': 'Packs',
    'app.offline': 'What Cocanvas Uses',
  },
  quit: 'Quit',
  fullScreen: 'Full Screen',
  files: { project: 'Cocanvas project', photos: 'Photos', labels: 'Label images', export: 'Export' },
}

const KOREAN: MainText = {
  menus: { file: '파일(&F)', edit: '편집(&E)', view: '보기(&V)', help: '도움말(&H)' },
  commands: {
    'file.new': '새로 만들기…',
    'file.open': '열기…',
    'file.save': '저장',
    'file.save-as': '다른 이름으로 저장…',
    'file.import': '레이블 가져오기…',
    'file.export': '내보내기…',
    'edit.undo': '실행 취소',
    'edit.redo': '다시 실행',
    'edit.cut': '잘라내기',
    'edit.copy': '복사',
    'edit.paste': '붙여넣기',
    'edit.select-all': '모두 선택',
    'edit.select-none': '선택 해제',
    'view.zoom-in': '확대',
    'view.zoom-out': '축소',
    'view.fit': '화면에 맞추기',
    'view.actual-size': '실제 크기',
    'app.settings': '설정…',
    'app.command-palette': '명령 팔레트…',
    'app.shortcuts': '단축키',
    'app.packs': '팩',
    'app.offline': 'Cocanvas가 사용하는 것',
  },
  quit: '종료',
  fullScreen: '전체 화면',
  files: { project: 'Cocanvas 프로젝트', photos: '사진', labels: '레이블 이미지', export: '내보내기' },
}

/** @param locale the system's language, BCP 47, for users who follow it. */
export function mainText(language: EditorSettings['language'], locale: string): MainText {
  const wanted = language === 'system' ? locale : language
  return wanted.startsWith('ko') ? KOREAN : ENGLISH
}
