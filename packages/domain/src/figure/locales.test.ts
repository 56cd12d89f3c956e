import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { exponentOf } from '../kernel/currency.ts';
import type { FigureField } from './field.ts';
import { readFigure } from './read-figure.ts';
import { writeFigure } from './write-figure.ts';

/** Every locale that Intl knows by a tag of its own, as ICU 78 lists them. */
const listed = `
  af af-NA af-ZA agq agq-CM ak ak-GH am am-ET ar ar-001 ar-AE ar-BH ar-DJ ar-DZ ar-EG ar-EH ar-ER ar-IL ar-IQ ar-JO ar-KM ar-KW
  ar-LB ar-LY ar-MA ar-MR ar-OM ar-PS ar-QA ar-SA ar-SD ar-SO ar-SS ar-SY ar-TD ar-TN ar-YE ars as as-IN asa asa-TZ ast ast-ES
  az az-AZ az-Cyrl az-Cyrl-AZ az-Latn az-Latn-AZ ba ba-RU bas bas-CM be be-BY bem bem-ZM bez bez-TZ bg bg-BG bgc bgc-IN bho
  bho-IN blo blo-BJ bm bm-ML bn bn-BD bn-IN bo bo-CN bo-IN br br-FR brx brx-IN bs bs-BA bs-Cyrl bs-Cyrl-BA bs-Latn bs-Latn-BA
  bua bua-RU ca ca-AD ca-ES ca-FR ca-IT ccp ccp-BD ccp-IN ce ce-RU ceb ceb-PH cgg cgg-UG chr chr-US ckb ckb-IQ ckb-IR cs cs-CZ
  csw csw-CA cv cv-RU cy cy-GB da da-DK da-GL dav dav-KE de de-AT de-BE de-CH de-DE de-IT de-LI de-LU dje dje-NE doi doi-IN dsb
  dsb-DE dua dua-CM dyo dyo-SN dz dz-BT ebu ebu-KE ee ee-GH ee-TG el el-CY el-GR en en-001 en-150 en-AE en-AG en-AI en-AS en-AT
  en-AU en-BB en-BE en-BI en-BM en-BS en-BW en-BZ en-CA en-CC en-CH en-CK en-CM en-CX en-CY en-CZ en-DE en-DG en-DK en-DM en-EE
  en-ER en-ES en-FI en-FJ en-FK en-FM en-FR en-GB en-GD en-GE en-GG en-GH en-GI en-GM en-GS en-GU en-GY en-HK en-HU en-ID en-IE
  en-IL en-IM en-IN en-IO en-IT en-JE en-JM en-JP en-KE en-KI en-KN en-KY en-LC en-LR en-LS en-LT en-LV en-MG en-MH en-MO en-MP
  en-MS en-MT en-MU en-MV en-MW en-MY en-NA en-NF en-NG en-NL en-NO en-NR en-NU en-NZ en-PG en-PH en-PK en-PL en-PN en-PR en-PT
  en-PW en-RO en-RW en-SB en-SC en-SD en-SE en-SG en-SH en-SI en-SK en-SL en-SS en-SX en-SZ en-TC en-TK en-TO en-TT en-TV en-TZ
  en-UA en-UG en-UM en-US en-VC en-VG en-VI en-VU en-WS en-ZA en-ZM en-ZW eo eo-001 es es-419 es-AR es-BO es-BR es-BZ es-CL
  es-CO es-CR es-CU es-DO es-EA es-EC es-ES es-GQ es-GT es-HN es-IC es-MX es-NI es-PA es-PE es-PH es-PR es-PY es-SV es-US es-UY
  es-VE et et-EE eu eu-ES ewo ewo-CM fa fa-AF fa-IR ff ff-Adlm ff-Adlm-BF ff-Adlm-CM ff-Adlm-GH ff-Adlm-GM ff-Adlm-GN
  ff-Adlm-GW ff-Adlm-LR ff-Adlm-MR ff-Adlm-NE ff-Adlm-NG ff-Adlm-SL ff-Adlm-SN ff-BF ff-CM ff-GH ff-GM ff-GN ff-GW ff-LR
  ff-Latn ff-Latn-BF ff-Latn-CM ff-Latn-GH ff-Latn-GM ff-Latn-GN ff-Latn-GW ff-Latn-LR ff-Latn-MR ff-Latn-NE ff-Latn-NG
  ff-Latn-SL ff-Latn-SN ff-MR ff-NE ff-NG ff-SL ff-SN fi fi-FI fil fil-PH fo fo-DK fo-FO fr fr-BE fr-BF fr-BI fr-BJ fr-BL fr-CA
  fr-CD fr-CF fr-CG fr-CH fr-CI fr-CM fr-DJ fr-DZ fr-FR fr-GA fr-GF fr-GN fr-GP fr-GQ fr-HT fr-KM fr-LU fr-MA fr-MC fr-MF fr-MG
  fr-ML fr-MQ fr-MR fr-MU fr-NC fr-NE fr-PF fr-PM fr-RE fr-RW fr-SC fr-SN fr-SY fr-TD fr-TG fr-TN fr-VU fr-WF fr-YT fur fur-IT
  fy fy-NL ga ga-GB ga-IE gaa gaa-GH gd gd-GB gl gl-ES gsw gsw-CH gsw-FR gsw-LI gu gu-IN guz guz-KE gv gv-IM ha ha-GH ha-NE
  ha-NG haw haw-US he he-IL hi hi-IN hi-Latn hi-Latn-IN hr hr-BA hr-HR hsb hsb-DE hu hu-HU hy hy-AM ia ia-001 id id-ID ie ie-EE
  ig ig-NG ii ii-CN is is-IS it it-CH it-IT it-SM it-VA ja ja-JP jgo jgo-CM jmc jmc-TZ jv jv-ID ka ka-GE kab kab-DZ kam kam-KE
  kde kde-TZ kea kea-CV kgp kgp-BR khq khq-ML ki ki-KE kk kk-Arab kk-Arab-CN kk-CN kk-Cyrl kk-Cyrl-KZ kk-KZ kkj kkj-CM kl kl-GL
  kln kln-KE km km-KH kn kn-IN ko ko-CN ko-KP ko-KR kok kok-Deva kok-Deva-IN kok-IN kok-Latn kok-Latn-IN ks ks-Arab ks-Arab-IN
  ks-Deva ks-Deva-IN ks-IN ksb ksb-TZ ksf ksf-CM ksh ksh-DE ku ku-IQ ku-Latn ku-Latn-IQ ku-Latn-SY ku-Latn-TR ku-SY ku-TR kw
  kw-GB kxv kxv-Deva kxv-Deva-IN kxv-IN kxv-Latn kxv-Latn-IN kxv-Telu kxv-Telu-IN ky ky-KG lb lb-LU lg lg-UG lij lij-IT lmo
  lmo-IT ln ln-AO ln-CD ln-CF ln-CG lo lo-LA lrc lrc-IQ lrc-IR lt lt-LT lu lu-CD luo luo-KE luy luy-KE lv lv-LV mai mai-IN mas
  mas-KE mas-TZ mer mer-KE mfe mfe-MU mg mg-MG mgh mgh-MZ mi mi-NZ mk mk-MK ml ml-IN mn mn-MN mni mni-Beng mni-Beng-IN mni-IN
  mr mr-IN ms ms-BN ms-ID ms-MY ms-SG mt mt-MT mua mua-CM my my-MM mzn mzn-IR naq naq-NA nb nd nd-ZW nds nds-DE nds-NL ne ne-IN
  ne-NP nl nl-AW nl-BE nl-BQ nl-CW nl-NL nl-SR nl-SX nmg nmg-CM nn nn-NO nnh nnh-CM no no-NO nqo nqo-GN nso nso-ZA nus nus-SS
  nyn nyn-UG oc oc-ES oc-FR om om-ET om-KE or or-IN os os-GE os-RU pa pa-Arab pa-Arab-PK pa-Guru pa-Guru-IN pa-IN pa-PK pcm
  pcm-NG pl pl-PL pms pms-IT prg prg-PL ps ps-AF ps-PK pt pt-AO pt-BR pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST
  pt-TL qu qu-BO qu-EC qu-PE raj raj-IN rm rm-CH rn rn-BI ro ro-MD ro-RO rof rof-TZ ru ru-BY ru-KG ru-KZ ru-MD ru-RU ru-UA rw
  rw-RW rwk rwk-TZ sa sa-IN sah sah-RU saq saq-KE sat sat-IN sat-Olck sat-Olck-IN sbp sbp-TZ sc sc-IT scn scn-IT sd sd-Arab
  sd-Arab-PK sd-Deva sd-Deva-IN sd-IN sd-PK se se-FI se-NO se-SE seh seh-MZ ses ses-ML sg sg-CF shi shi-Latn shi-Latn-MA shi-MA
  shi-Tfng shi-Tfng-MA shn shn-MM shn-TH si si-LK sk sk-SK sl sl-SI smn smn-FI sn sn-ZW so so-DJ so-ET so-KE so-SO sq sq-AL
  sq-MK sq-XK sr sr-BA sr-Cyrl sr-Cyrl-BA sr-Cyrl-ME sr-Cyrl-RS sr-Cyrl-XK sr-Latn sr-Latn-BA sr-Latn-ME sr-Latn-RS sr-Latn-XK
  sr-ME sr-RS sr-XK st st-LS st-ZA su su-ID su-Latn su-Latn-ID sv sv-AX sv-FI sv-SE sw sw-CD sw-KE sw-TZ sw-UG syr syr-IQ
  syr-SY szl szl-PL ta ta-IN ta-LK ta-MY ta-SG te te-IN teo teo-KE teo-UG tg tg-TJ th th-TH ti ti-ER ti-ET tk tk-TM tn tn-BW
  tn-ZA to to-TO tok tok-001 tr tr-CY tr-TR tt tt-RU twq twq-NE tyv tyv-RU tzm tzm-MA ug ug-CN uk uk-UA ur ur-IN ur-PK uz uz-AF
  uz-Arab uz-Arab-AF uz-Cyrl uz-Cyrl-UZ uz-Latn uz-Latn-UZ uz-UZ vai vai-LR vai-Latn vai-Latn-LR vai-Vaii vai-Vaii-LR vec
  vec-IT vi vi-VN vmw vmw-MZ vun vun-TZ wae wae-CH wo wo-SN xh xh-ZA xnr xnr-IN xog xog-UG yav yav-CM yi yi-UA yo yo-BJ yo-NG
  yrl yrl-BR yrl-CO yrl-VE yue yue-CN yue-HK yue-Hans yue-Hans-CN yue-Hant yue-Hant-CN yue-Hant-HK yue-Hant-MO yue-MO zgh
  zgh-MA zh zh-CN zh-HK zh-Hans zh-Hans-CN zh-Hans-HK zh-Hans-MO zh-Hans-MY zh-Hans-SG zh-Hant zh-Hant-HK zh-Hant-MO zh-Hant-MY
  zh-Hant-TW zh-MO zh-MY zh-SG zh-TW zu zu-ZA
`;
// An older Intl knows fewer of them: it writes the rest by another one's rules.
const locales = listed
  .trim()
  .split(/\s+/)
  .filter((tag) => new Intl.NumberFormat(tag).resolvedOptions().locale === tag);

/** One a language, and where a language sets numbers differently from country to country, each country. */
const mainLocales = `
  af-ZA am-ET ar-AE ar-EG ar-KW ar-MA ar-SA as-IN az-AZ be-BY bg-BG bn-BD bn-IN bs-BA ca-ES cs-CZ cy-GB da-DK de-AT de-CH de-DE
  de-LI dz-BT el-GR en-AU en-CA en-CH en-DE en-GB en-HK en-IE en-IN en-KW en-NL en-NZ en-SG en-US en-ZA es-419 es-AR es-CL es-CO
  es-CR es-ES es-MX es-PE es-US et-EE eu-ES fa-AF fa-IR fi-FI fil-PH fr-BE fr-CA fr-CH fr-FR fr-LU ga-IE gl-ES gu-IN he-IL hi-IN
  hr-HR hu-HU hy-AM id-ID is-IS it-CH it-IT ja-JP ka-GE kk-KZ km-KH kn-IN ko-KR ky-KG lo-LA lt-LT lv-LV mk-MK ml-IN mn-MN mr-IN
  ms-MY mt-MT my-MM nb-NO ne-NP nl-BE nl-NL or-IN pa-IN pl-PL ps-AF pt-BR pt-PT ro-RO ru-RU si-LK sk-SK sl-SI sq-AL sr-RS sv-SE
  sw-KE ta-IN te-IN th-TH tr-TR uk-UA ur-IN ur-PK uz-UZ vi-VN yo-NG zh-CN zh-HK zh-TW zu-ZA
`
  .trim()
  .split(/\s+/)
  .filter((tag) => new Intl.NumberFormat(tag).resolvedOptions().locale === tag);

const currencies = 'USD EUR GBP INR JPY BRL CHF CAD AUD SGD HKD KWD SEK PLN CZK KRW CNY MXN ZAR TWD'.split(' ');
const magnitudes = [
  '0',
  '7',
  '42',
  '999',
  '1000',
  '1250',
  '12345',
  '185000',
  '999999',
  '1234567',
  '12345678',
  '9000000000',
] as const;
const displays = ['symbol', 'narrowSymbol', 'code', 'name'] as const;

type Numeral = `${number}`;
const isNumeral = (text: string): text is Numeral => /^-?\d+(\.\d+)?$/.test(text);

/** Each magnitude once whole, once with all the digits that the currency has, some below nought. */
function amounts(digits: number): Numeral[] {
  const cents = digits === 0 ? '' : `.${'125'.slice(3 - digits)}`;
  const made = magnitudes.map((size, at) => `${at % 3 === 2 ? '-' : ''}${size}${at % 2 ? cents : ''}`);
  return made.filter(isNumeral);
}

const count = { read: 0, asked: 0 };

/** What is wrong with how a text is read; null when the value comes back, to the unit, or is among what is asked. */
function misread(text: string, value: string, field: FigureField): string | null {
  const figure = readFigure(text, field);
  count.read += 1;
  if (figure.is === 'value' && figure.value === value) return null;
  count.asked += 1;
  if (figure.is === 'ask' && figure.readings.some((reading) => reading.value === value)) return null;
  return `${field.locale} ${field.currency ?? field.kind}: ${value}, written “${text}”, is ${JSON.stringify(figure)}`;
}

/** Some formats of ICU tear a number apart around the currency's name, `ZAR 7.0 South African rand0`: no one reads those. */
function isTorn(format: Intl.NumberFormat): boolean {
  const types = format.formatToParts(7).map(({ type }) => type);
  const [first, last] = [types.indexOf('integer'), types.lastIndexOf('fraction')];
  return types.slice(first, last).includes('currency');
}

/** Burmese and Wolof put words on both sides of a long number. */
function isBesideOnce(format: Intl.NumberFormat, value: number): boolean {
  const types = format.formatToParts(value).map(({ type }) => type);
  return types.lastIndexOf('compact') < types.indexOf('integer') || types.indexOf('compact') > types.indexOf('integer');
}

function* moneyIn(locale: string, currency: string, display: (typeof displays)[number]): Generator<string | null> {
  const currencySign = display === 'name' ? 'standard' : 'accounting';
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: display, currencySign });
  if (isTorn(format)) return;
  for (const amount of amounts(exponentOf(currency))) {
    const value = amount.replace(/^-0$/, '0');
    yield misread(format.format(amount), value.replace(/(\.\d*?)0+$/, '$1'), { kind: 'money', locale, currency, min: -1e12 });
  }
}

describe('what Intl writes is read back to the unit, or asked', () => {
  it('knows its locales', () => expect(locales.length).toBeGreaterThan(700));

  it('money of a currency by its sign, in every locale, in twelve magnitudes', () => {
    const wrong = locales.flatMap((locale, at) => [...moneyIn(locale, currencies[at % currencies.length] ?? 'USD', 'symbol')]);
    expect(wrong.filter(Boolean)).toEqual([]);
    expect(count.read).toBe(locales.length * magnitudes.length);
  });

  it('every one of the main locales with every currency, as sign in a table and as a field shows it', async ({ annotate }) => {
    const seen = { read: 0, asked: 0 };
    const wrong: string[] = [];
    for (const locale of mainLocales)
      for (const currency of currencies) {
        const field = { kind: 'money', locale, currency, min: -1e12 } as const;
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
        for (const amount of amounts(exponentOf(currency))) {
          const value = amount.replace(/^-0$/, '0').replace(/(\.\d*?)0+$/, '$1');
          for (const text of [format.format(amount), writeFigure(value, field)]) {
            const figure = readFigure(text, field);
            const isAsked = figure.is === 'ask' && figure.readings.some((reading) => reading.value === value);
            seen.read += 1;
            seen.asked += isAsked ? 1 : 0;
            if (!isAsked && !(figure.is === 'value' && figure.value === value))
              wrong.push(`${locale} ${currency} ${value}: ${text}`);
          }
        }
      }
    await annotate(`${seen.read} in ${mainLocales.length} locales, ${seen.asked} asked, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
    expect(seen.read).toBe(mainLocales.length * currencies.length * magnitudes.length * 2);
    expect(mainLocales.length).toBeGreaterThanOrEqual(112);
  });

  const anyMoney = fc.record({
    locale: fc.constantFrom(...locales),
    currency: fc.constantFrom(...currencies),
    display: fc.constantFrom(...displays),
  });
  test.prop([anyMoney], { seed: 9, numRuns: 400 })(
    'money by sign, code and name, in any locale and currency',
    ({ locale, currency, display }) => {
      expect([...moneyIn(locale, currency, display)].filter(Boolean)).toEqual([]);
    },
  );

  it('decimals and percentages in every locale', () => {
    const wrong = locales.flatMap((locale) => {
      const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 12 });
      const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 12 });
      const whole = ['0', '1250', '-185000', '1234567'].filter(isNumeral);
      const parts = ['0.5', '1.25', '1250.5', '-12345.125', '0.333333333333'].filter(isNumeral);
      const shares = [...whole, ...parts].map((value) => misread(decimal.format(value), value, { kind: 'decimal', locale }));
      const rates = [['0.125', '12.5'] as const, ['1.6', '160'] as const, ['-0.03', '-3'] as const].map(([rate, value]) =>
        misread(percent.format(Number(rate)), value, { kind: 'percent', locale, min: -100 }),
      );
      return [...shares, ...rates];
    });
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it('numbers as Intl shortens them', () => {
    const wrong = locales.flatMap((locale) =>
      (['short', 'long'] as const).flatMap((compactDisplay) => {
        const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay });
        return [12_000, 3_000_000, 120_000_000]
          .filter((value) => isBesideOnce(format, value))
          .map((value) => misread(format.format(value), String(value), { kind: 'decimal', locale }));
      }),
    );
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it('hours, days and months by their names', () => {
    const wrong = mainLocales.flatMap((locale) =>
      (['hour', 'day', 'month'] as const).flatMap((unit) =>
        (['short', 'long', 'narrow'] as const).flatMap((unitDisplay) => {
          const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
          // Arabic has a word of its own for one and for two
          const said = [1, 2, 5, 20, 37.5]
            .map((value) => [value, format.format(value)] as const)
            .filter(([, text]) => /\p{Nd}/u.test(text));
          return said.map(([value, text]) => misread(text, String(value), { kind: 'decimal', locale, unit: `${unit}s`, min: 0 }));
        }),
      ),
    );
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it('and few are asked', async ({ annotate }) => {
    await annotate(`${count.read} figures of ${locales.length} locales were read back, ${count.asked} of them asked`);
    expect(count.read).toBeGreaterThan(25_000);
    expect(count.asked / count.read).toBeLessThan(0.01);
  });
});

describe('what a field shows', () => {
  const field = fc.record({
    kind: fc.constantFrom('money' as const, 'decimal' as const, 'whole' as const, 'percent' as const, 'price' as const),
    locale: fc.constantFrom(...locales),
    currency: fc.constantFrom(...currencies),
  });
  test.prop([field, fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 3 })], { seed: 9, numRuns: 1500 })(
    'is read by the same field as the same value, never asked',
    (shown, digits, places) => {
      const most = shown.kind === 'whole' ? 0 : shown.kind === 'money' ? exponentOf(shown.currency) : 3;
      const value = written(digits, Math.min(places, most));
      const text = writeFigure(value, shown);
      expect([text, readFigure(text, { ...shown, min: Number.MIN_SAFE_INTEGER })]).toMatchObject([text, { is: 'value', value }]);
    },
  );

  it('is grouped, and has the cents of money', () => {
    const dollars = { kind: 'money', locale: 'en-US', currency: 'USD' } as const;
    expect([writeFigure('185000.00', dollars), writeFigure('1850.5', dollars)]).toEqual(['185,000', '1,850.50']);
    expect(writeFigure('1250.5', { kind: 'decimal', locale: 'de-DE' })).toBe('1.250,5');
    expect(writeFigure('150000', { kind: 'whole', locale: 'en-IN' })).toBe('1,50,000');
  });
});

function written(digits: bigint, places: number): string {
  const size = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const fraction = places === 0 ? '' : size.slice(-places).replace(/0+$/, '');
  const text = `${places === 0 ? size : size.slice(0, -places)}${fraction ? `.${fraction}` : ''}`;
  return digits < 0n ? `-${text}` : text;
}
