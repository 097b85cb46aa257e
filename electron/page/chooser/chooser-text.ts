import type { ChooserRequest } from '../../contract/web-shell-protocol.ts'

/** What the chooser says, by language; the shell's page is not part of the renderer and keeps its own few words. */
export interface ChooserText {
  readonly title: Readonly<Record<ChooserRequest['mode'], Readonly<Record<ChooserRequest['purpose'], string>>>>
  readonly open: string
  readonly save: string
  readonly replace: string
  readonly cancel: string
  readonly up: string
  readonly folder: string
  readonly name: string
  readonly places: string
  readonly files: string
  readonly empty: string
}

const ENGLISH: ChooserText = {
  title: {
    open: {
      project: 'Open project',
      photos: 'Open photos',
      labels: 'Open label image',
      poses: 'Open pose',
      export: 'Open file',
    },
    save: {
      project: 'Save project',
      photos: 'Save photo',
      labels: 'Save label image',
      poses: 'Save pose',
      export: 'Export',
    },
  },
  open: 'Open',
  save: 'Save',
  replace: 'Replace the file',
  cancel: 'Cancel',
  up: 'Enclosing folder',
  folder: 'Folder',
  name: 'File name',
  places: 'Places',
  files: 'Files',
  empty: 'Nothing here that fits; choose another folder.',
}

const KOREAN: ChooserText = {
  title: {
    open: {
      project: '프로젝트 열기',
      photos: '사진 열기',
      labels: '레이블 이미지 열기',
      poses: '포즈 열기',
      export: '파일 열기',
    },
    save: {
      project: '프로젝트 저장',
      photos: '사진 저장',
      labels: '레이블 이미지 저장',
      poses: '포즈 저장',
      export: '내보내기',
    },
  },
  open: '열기',
  save: '저장',
  replace: '파일 바꾸기',
  cancel: '취소',
  up: '상위 폴더',
  folder: '폴더',
  name: '파일 이름',
  places: '위치',
  files: '파일',
  empty: '맞는 파일이 없습니다. 다른 폴더를 선택하세요.',
}

/** By the page's language, which the renderer sets from the settings. */
export function chooserText(language: string): ChooserText {
  return language.startsWith('ko') ? KOREAN : ENGLISH
}
