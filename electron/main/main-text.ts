import type { EditorSettings } from '../contract/editor-settings.ts'
import type { MenuCommand, MenuName } from '../contract/menu-command.ts'
import type { FilePurpose } from '../services/dialogs.ts'

/** What the main process says itself: menus and the filters of file dialogs. */
export interface MainText {
  readonly menus: Readonly<Record<MenuName, string>>
  readonly commands: Readonly<Record<MenuCommand, string>>
  readonly quit: string
  /** Another shell has the data folder and does not show itself. */
  readonly alreadyOpen: string
  readonly fullScreen: string
  readonly files: Readonly<Record<FilePurpose, string>>
}

const ENGLISH: MainText = {
  menus: { file: '&File', edit: '&Edit', layers: '&Layers', view: '&View', help: '&Help' },
  commands: {
    'file.new': 'New…',
    'file.open': 'Open…',
    'file.recent': 'Recent Projects…',
    'file.sample': 'Open the Sample',
    'file.save': 'Save',
    'file.saveAs': 'Save As…',
    'file.importLabels': 'Import Labels…',
    'file.importPhoto': 'Add a Reference Photo…',
    'file.export': 'Export…',
    'history.undo': 'Undo',
    'history.redo': 'Redo',
    'edit.cut': 'Cut',
    'edit.copy': 'Copy',
    'edit.paste': 'Paste',
    'edit.delete': 'Clear the Selection',
    'selection.all': 'Select All',
    'selection.none': 'Select None',
    'selection.invert': 'Invert the Selection',
    'layers.add': 'Add a Label Layer',
    'layers.addExemplar': 'Add the Exemplar as a Layer',
    'layers.addWarp': 'Add the Warp as a Layer',
    'layers.addResult': 'Add the Result as a Layer',
    'layers.duplicate': 'Duplicate the Layer',
    'layers.merge': 'Merge with the Layer Below',
    'layers.group': 'Group the Layer',
    'layers.photo': 'Photo of this Layer',
    'layers.separate': 'Selection to a Layer of Its Own',
    'layers.moveUp': 'Move the Layer Up',
    'layers.moveDown': 'Move the Layer Down',
    'view.zoomIn': 'Zoom In',
    'view.zoomOut': 'Zoom Out',
    'view.fit': 'Fit on Screen',
    'view.actual': 'Actual Size',
    'view.rotateLeft': 'Rotate the View to the Left',
    'view.rotateRight': 'Rotate the View to the Right',
    'view.resetRotation': 'Reset the Rotation',
    'view.grid': 'Pixel Grid',
    'app.settings': 'Settings…',
    'app.commandPalette': 'Command Palette…',
    'app.shortcuts': 'Keyboard Shortcuts',
    'app.start': 'Show the Start Screen',
    'app.hint': 'Show the First Steps',
    'app.packs': 'Packs',
    'app.offline': 'What Cocanvas Uses',
  },
  quit: 'Quit',
  alreadyOpen: 'Cocanvas is open already and does not answer: end it, or restart the computer.',
  fullScreen: 'Full Screen',
  files: { project: 'Cocanvas project', photos: 'Photos', labels: 'Label images', export: 'Export' },
}

const KOREAN: MainText = {
  menus: { file: '파일(&F)', edit: '편집(&E)', layers: '레이어(&L)', view: '보기(&V)', help: '도움말(&H)' },
  commands: {
    'file.new': '새로 만들기…',
    'file.open': '열기…',
    'file.recent': '최근 프로젝트…',
    'file.sample': '샘플 열기',
    'file.save': '저장',
    'file.saveAs': '다른 이름으로 저장…',
    'file.importLabels': '레이블 가져오기…',
    'file.importPhoto': '참고 사진 추가…',
    'file.export': '내보내기…',
    'history.undo': '실행 취소',
    'history.redo': '다시 실행',
    'edit.cut': '잘라내기',
    'edit.copy': '복사',
    'edit.paste': '붙여넣기',
    'edit.delete': '선택 영역 지우기',
    'selection.all': '모두 선택',
    'selection.none': '선택 해제',
    'selection.invert': '선택 반전',
    'layers.add': '레이블 레이어 추가',
    'layers.addExemplar': '예시 사진을 레이어로 추가',
    'layers.addWarp': '워프를 레이어로 추가',
    'layers.addResult': '결과를 레이어로 추가',
    'layers.duplicate': '레이어 복제',
    'layers.merge': '아래 레이어와 병합',
    'layers.group': '레이어 묶기',
    'layers.photo': '이 레이어의 사진',
    'layers.separate': '선택 영역을 새 레이어로',
    'layers.moveUp': '레이어를 위로',
    'layers.moveDown': '레이어를 아래로',
    'view.zoomIn': '확대',
    'view.zoomOut': '축소',
    'view.fit': '화면에 맞추기',
    'view.actual': '실제 크기',
    'view.rotateLeft': '화면을 왼쪽으로 회전',
    'view.rotateRight': '화면을 오른쪽으로 회전',
    'view.resetRotation': '회전 초기화',
    'view.grid': '픽셀 격자',
    'app.settings': '설정…',
    'app.commandPalette': '명령 팔레트…',
    'app.shortcuts': '단축키',
    'app.start': '시작 화면 보기',
    'app.hint': '첫걸음 보기',
    'app.packs': '팩',
    'app.offline': 'Cocanvas가 사용하는 것',
  },
  quit: '종료',
  alreadyOpen: 'Cocanvas가 이미 열려 있지만 응답하지 않습니다. 그것을 종료하거나 컴퓨터를 다시 시작하세요.',
  fullScreen: '전체 화면',
  files: { project: 'Cocanvas 프로젝트', photos: '사진', labels: '레이블 이미지', export: '내보내기' },
}

/** @param locale the system's language, BCP 47, for users who follow it. */
export function mainText(language: EditorSettings['language'], locale: string): MainText {
  const wanted = language === 'system' ? locale : language
  return wanted.startsWith('ko') ? KOREAN : ENGLISH
}
