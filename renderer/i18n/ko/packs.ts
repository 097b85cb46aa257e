import type { packsMessages } from '../en/packs.ts'

export const koreanPacksMessages: Readonly<Record<keyof typeof packsMessages, string>> = {
  'packs.title': '모델 팩',
  'packs.text': '팩에는 신경망과 그릴 때 쓰는 클래스가 들어 있습니다.',
  'packs.none': '설치된 팩이 없습니다. 모델 폴더에 팩을 넣고 이 페이지를 다시 여세요.',
  'packs.origin': '출처',
  'packs.shipped': 'Cocanvas에 포함됨',
  'packs.imported': '가져옴',
  'packs.size': '크기',
  'packs.classes': '클래스',
  'packs.licence': '라이선스',
  'packs.folder': '폴더',
  'packs.carry': '다른 팩의 클래스로 바꾸기',
  'packs.carried': '레이아웃이 {title}의 클래스로 바뀌었습니다. 되돌리려면 이전 팩을 다시 고르세요.',
  'packs.classesLost':
    '{title}에는 {names} 클래스가 없어 “기타”로 바뀌었습니다. 그곳을 다시 칠하거나 이전 팩을 고르고 실행 취소하세요.',
  'packs.notInstalled':
    '이 프로젝트는 설치되지 않은 팩 {id}용으로 그려졌습니다. 그 팩을 설치하거나 클래스의 뜻을 확인하세요.',
  'packs.use': '이 팩 사용',
  'packs.used': '사용 중',
  'packs.verify': '검사',
  'packs.checking': '검사하는 중…',
  'packs.whole': '{title}에 이상이 없습니다. 모든 파일의 체크섬이 맞습니다.',
  'packs.showCard': '모델 카드',
  'packs.hideCard': '카드 숨기기',
  'packs.noCard': '이 팩에는 모델 카드가 없습니다.',
  'packs.remove': '제거',
  'packs.removeSure': '정말 제거할까요?',
  'packs.importHint': '공식 신경망의 체크포인트는 명령줄의 cocanvas import로 팩이 됩니다.',
}
