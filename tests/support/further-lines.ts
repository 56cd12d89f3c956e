import type { Sentence } from './letter-words.ts';

/** Sentences of letters of Brazil, Japan, Korea, China, Israel and the Emirates; names invented. */
export const further: readonly Sentence[] = [
  [
    'BR',
    'Seu salário será de R$ 12.500,00 mensais, acrescido de 13º salário e 1/3 de férias.',
    ['base 12500 BRL a month × 13.33'],
  ],
  ['BR', 'Solicitamos sua resposta até 04/12/2026 às 18h.', ['deadline 2026-12-04 18:00']],
  ['BR', 'Cargo: Engenheiro de Software Pleno, nível 2', ['title: Engenheiro de Software Pleno', 'level: nível 2']],
  ['BR', 'Modelo de trabalho: híbrido, 3 dias por semana no escritório', ['remote: 3 dias por semana no escritório']],
  ['BR', 'Data de admissão: 1º de fevereiro de 2027', ['startDate 2027-02-01']],
  ['BR', 'Remuneração anual: 13,33 × R$ 9.000,00', ['base 9000 BRL a month × 13.33']],
  ['PT', 'A remuneração base será de 2.800 € mensais, pagos 14 vezes por ano.', ['base 2800 EUR a month × 14']],
  ['PT', 'Terá direito a 22 dias úteis de férias.', ['leave 22']],
  ['JP', '基本給：月額450,000円', ['base 450000 JPY a month']],
  ['JP', '回答期限：2026年12月4日（金）17時', ['deadline 2026-12-04 17:00']],
  ['JP', '等級：G5', ['level: G5']],
  ['JP', '在宅勤務：週2日まで可', ['remote: 週2日まで可']],
  ['JP', '入社予定日：2027年4月1日', ['startDate 2027-04-01']],
  ['JP', '年次有給休暇は初年度10日とする。', ['leave 10']],
  ['JP', '試用期間：3ヶ月', []],
  ['KR', '연봉: 8,500만원', ['base 85000000 KRW a year']],
  ['KR', '입사일: 2027년 2월 1일', ['startDate 2027-02-01']],
  ['KR', '회신 기한: 2026년 12월 4일', ['deadline 2026-12-04']],
  ['CN', '月薪：人民币35,000元，每年发放14个月', ['base 35000 CNY a month × 14']],
  ['CN', '请于2026年12月4日前回复。', ['deadline 2026-12-04']],
  ['IL', 'נא לאשר את ההצעה עד ליום 04.12.2026.', ['deadline 2026-12-04']],
  ['IL', 'שכר חודשי: 28,000 ש"ח ברוטו', ['base 28000 ILS a month']],
  ['AE', 'الراتب الأساسي: ٢٢٬٥٠٠ درهم شهرياً', ['base 22500 AED a month']],
  ['AE', 'يرجى الرد قبل 2026-12-04', ['deadline 2026-12-04']],
];
