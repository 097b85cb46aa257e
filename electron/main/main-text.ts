import type { EditorSettings } from '../contract/editor-settings.ts'
import type { MenuName } from '../contract/app-menu.ts'
import type { FilePurpose } from '../services/dialogs.ts'

/** What the main process says itself: the names of the menus and the filters of file dialogs. */
export interface MainText {
  readonly menus: Readonly<Record<MenuName, string>>
  readonly quit: string
  /** Another shell has the data folder and does not show itself. */
  readonly alreadyOpen: string
  readonly fullScreen: string
  readonly files: Readonly<Record<FilePurpose, string>>
}

const ENGLISH: MainText = {
  menus: { file: '&File', edit: '&Edit', layers: '&Layers', view: '&View', help: '&Help' },
  quit: 'Quit',
  alreadyOpen: 'Cocanvas is open already and does not answer: end it, or restart the computer.',
  fullScreen: 'Full Screen',
  files: { project: 'Cocanvas project', photos: 'Photos', labels: 'Label images', poses: 'Poses', export: 'Export' },
}

const KOREAN: MainText = {
  menus: { file: '파일(&F)', edit: '편집(&E)', layers: '레이어(&L)', view: '보기(&V)', help: '도움말(&H)' },
  quit: '종료',
  alreadyOpen: 'Cocanvas가 이미 열려 있지만 응답하지 않습니다. 그것을 종료하거나 컴퓨터를 다시 시작하세요.',
  fullScreen: '전체 화면',
  files: { project: 'Cocanvas 프로젝트', photos: '사진', labels: '레이블 이미지', poses: '포즈', export: '내보내기' },
}

/** @param locale the system's language, BCP 47, for users who follow it. */
export function mainText(language: EditorSettings['language'], locale: string): MainText {
  const wanted = language === 'system' ? locale : language
  return wanted.startsWith('ko') ? KOREAN : ENGLISH
}
