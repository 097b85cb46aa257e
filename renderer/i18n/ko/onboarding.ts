import type { onboardingMessages } from '../en/onboarding.ts'

export const koreanOnboardingMessages: Readonly<Record<keyof typeof onboardingMessages, string>> = {
  'firstSteps.title': '첫걸음',
  'firstSteps.command': '첫걸음 보기',
  'firstSteps.sample': '샘플 열기',
  'firstSteps.noSample': '팩에 맞는 샘플이 없습니다. 새 문서로 시작하세요.',
  'firstSteps.place': '{step} / {count}',
  'firstSteps.hide': '첫걸음 숨기기',
  'firstSteps.back': '뒤로',
  'firstSteps.next': '다음',
  'firstSteps.done': '그리기 시작',
  'firstSteps.paintTitle': '무엇이 어디 있는지 그리세요',
  'firstSteps.paintText':
    '오른쪽에서 나무나 물 같은 클래스를 골라 브러시로 칠하세요. 색은 물감이 아니라 클래스를 뜻합니다.',
  'firstSteps.photoTitle': '사진을 고르세요',
  'firstSteps.photoText': '예시 사진이 빛과 색, 질감을 빌려줍니다. 라이브러리에서 고르거나 사진을 끌어다 놓으세요.',
  'firstSteps.lookTitle': '그림이 나타납니다',
  'firstSteps.lookText': '그림이 붓질을 따라옵니다. 위에서 보기를 바꾸고, 마음에 들면 내보내거나 저장하세요.',
}
