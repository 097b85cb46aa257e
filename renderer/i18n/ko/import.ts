import type { importMessages } from '../en/import.ts'

export const koreanImportMessages: Readonly<Record<keyof typeof importMessages, string>> = {
  'import.labels': '라벨 가져오기…',
  'import.photo': '참고 사진 추가…',
  'import.labelsTitle': '{name}의 라벨 가져오기',
  'import.meaning': '값의 뜻',
  'import.classFor': '{value}에 해당하는 클래스',
  'import.unlabelled': '비워 두기',
  'import.asLayer': '레이어로 추가',
  'import.asDocument': '새 문서로 열기',
  'import.preview': '라벨 미리보기',
  'import.shifted': '숫자가 하나씩 밀린 것 같습니다. 이렇게 읽으면 하늘이 땅 위에 놓입니다.',
  'import.looksLikePhoto': '{name}은(는) 라벨이라기엔 값이 너무 많습니다. 참고 사진으로 추가하세요.',
  'import.tooLarge': '{name}이(가) 너무 큽니다. 512 MB 이하의 파일을 사용하세요.',
  'import.scheme.pack': '팩의 클래스',
  'import.scheme.packShiftedDown': '팩의 클래스, 하나씩 작음',
  'import.scheme.ade20k': 'ADE20K',
  'import.scheme.ade20kShiftedDown': 'ADE20K, 0부터 셈',
  'import.scheme.ade20kShiftedUp': 'ADE20K, 하나씩 큼',
  'import.scheme.cocoStuff': 'COCO-Stuff',
  'import.scheme.cocoStuffShiftedUp': 'COCO-Stuff, 1부터 셈',
  'import.scheme.celebaMask': 'CelebAMask-HQ',
}
