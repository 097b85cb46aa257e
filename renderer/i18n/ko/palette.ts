import type { paletteMessages } from '../en/palette.ts'

export const koreanPaletteMessages: Record<keyof typeof paletteMessages, string> = {
  'palette.title': '클래스',
  'palette.search': '클래스 검색',
  'palette.recent': '최근 사용',
  'palette.all': '전체',
  'palette.noneFound': '이 이름의 클래스가 없습니다. 다른 말로 찾아보세요.',
  'palette.empty': '모델 팩을 고르면 클래스가 나타납니다.',
  'palette.favourite': '{name} 즐겨찾기에 추가',
  'palette.unfavourite': '{name} 즐겨찾기에서 빼기',
  'palette.lock': '{name} 잠금: 도구가 이 픽셀을 바꾸지 않습니다',
  'palette.unlock': '{name} 잠금 해제',
  'palette.share': '{percent} %',
  'palette.missing': '예시 사진에 {name}이(가) 없어 색을 짐작합니다.',
  'palette.hatching': '클래스에 빗금 표시',
  'palette.replace': '클래스를 다른 클래스로 바꾸기',
  'palette.replaceFrom': '바꿀 클래스',
  'palette.replaceBy': '새 클래스',
  'palette.replaceApply': '바꾸기',
  'palette.activeClass': '{name} 칠하는 중',
}
