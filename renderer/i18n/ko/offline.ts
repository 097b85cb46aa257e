import type { offlineMessages } from '../en/offline.ts'

export const koreanOfflineMessages: Readonly<Record<keyof typeof offlineMessages, string>> = {
  'offline.title': '오프라인으로 작동',
  'offline.claim': '아무것도 이 컴퓨터 밖으로 나가지 않습니다.',
  'offline.how':
    '그림은 아래 모델 파일로 이 컴퓨터에서 만들어집니다. Cocanvas는 계정이 없고, 통계를 보내지 않으며, 다른 컴퓨터에 연결하지 않습니다.',
  'offline.version': '버전',
  'offline.web': '브라우저 창',
  'offline.document': '열린 문서',
  'offline.notSaved': '아직 파일에 없음',
  'offline.data': '설정, 복구, 내 사진',
  'offline.machine': '컴퓨터',
  'offline.engines': '구성 요소',
  'offline.models': '모델 파일 {count}개, {size}',
}
