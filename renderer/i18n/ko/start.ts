import type { startMessages } from '../en/start.ts'

export const koreanStartMessages: Readonly<Record<keyof typeof startMessages, string>> = {
  'workspace.paint': '그리기',
  'workspace.people': '사람',
  'workspace.correction': '레이블 고치기',
  'start.title': '시작',
  'start.command': '시작 화면 보기',
  'start.offers': '할 수 있는 일',
  'start.showAtStart': '시작할 때마다 보기',
  'start.setting': '시작할 때마다 시작 화면 보기',
  'start.packMissing': '필요한 팩이 설치되어 있지 않습니다. 팩 화면을 보세요.',
  'start.paint': '레이아웃 그리기',
  'start.paintText': '하늘, 나무, 물이 어디 있는지 칠하고 사진을 고르면 그 사진 같은 그림이 됩니다.',
  'start.sample': '샘플 써 보기',
  'start.sampleText': '완성된 레이아웃과 사진입니다. 바꾸면 그림이 따라옵니다.',
  'start.faces': '얼굴 그리기',
  'start.facesText': '부위나 윤곽선으로 모양을, 인물 사진으로 분위기를 정합니다.',
  'start.people': '사람 포즈 정하기',
  'start.peopleText': '골격으로 자세를, 사진으로 누구이며 무엇을 입었는지 정합니다.',
  'start.open': '프로젝트 열기',
  'start.openText': '전에 저장한 작업을 이어서 합니다.',
}
