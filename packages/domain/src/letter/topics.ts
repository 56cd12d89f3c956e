/** What a passage can be about. `total` and `aside` are known so that their figures are taken for nothing else. */
export type Topic =
  | 'base'
  | 'bonus'
  | 'signOn'
  | 'oneOff'
  | 'equity'
  | 'strike'
  | 'price'
  | 'preferred'
  | 'retirement'
  | 'leave'
  | 'benefit'
  | 'withheld'
  | 'total'
  | 'aside'
  | 'start'
  | 'deadline';

/** The words of each, in the languages in which letters come. What stands first wins where two begin at one place. */
const words: [Topic, string][] = [
  [
    'aside',
    "(?:with|in) (?:your |the )?(?:first|next) (?:month'?s )?(?:salary|pay\\w*)|qualifying earnings|referral bonus\\w*|forfeit(?:ed|ing)? (?:an? |your )?(?:\\w+ )?bonus(?:es)?|average bonus(?:es)?|bonus(?:es)? averaged|spot bonus(?:es)?|employee of the \\w+(?: bonus)?|annual allowance(?= of £)|(?:season ticket |interest-free |company )*loans?|revenues?|turnover|(?:sales )?quota|arr|bookings|(?<=\\d (?:k|m|bn|million|billion) in )funding|sales of|raised|market cap\\w*|valuation|personal leave|floating holidays?|(?:(?:group|term|medical|life|health|disability) )*insurance(?:(?: cover\\w*|:? sum| up to))|(?:group |term )*life insurance|sick pay|(?:living|minimum|ordinary|additional) wages?(?: ceiling)?|overtime|\\w+ weighting|smic|mindest(?:gehalt|lohn)|kollektivvertragliche\\w*|notice period|either side may|days'? notice|probation\\w*|probezeit|kündigungsfrist|preaviso|préavis|rtt|qualifizierte|okres próbny|okres wypowiedzenia|opzegtermijn|proeftijd|試用期間|固定残業代|みなし残業(?:代)?|時間外労働|割増賃金",
  ],
  [
    'signOn',
    "sign[- ]?on(?: bonus)?|signing bonus|joining bonus|welcome bonus|starting bonus|antrittspr[äa]mie|antrittsbonus|startbonus|prime de bienvenue|prime d['’]arrivée|bono de (?:incorporación|bienvenida|entrada)|bônus de (?:contratação|entrada)|tekenbonus|bonus na start|premia na start|signing fee|入社一時金|契約金|사이닝 ?보너스|签字费|מענק חתימה|مكافأة التوقيع",
  ],
  [
    'oneOff',
    'relocation(?: allowance| bonus| package| payment)?|retention bonus|umzugs\\w*|prime de mobilité|ayuda de traslado|auxílio mudança|verhuis\\w*|引越\\S{0,3}|visa (?:fees|costs)',
  ],
  [
    'strike',
    "exercise price|strike price|strike|prix d['’]exercice|aus[üu]bungspreis|basispreis|precio de ejercicio|preço de exercício|uitoefenprijs|cena wykonania|行使価[格額]",
  ],
  [
    'preferred',
    'preferred (?:share|price|stock)|per preferred share|investors paid|paid by (?:the |our )?investors(?: in (?:the |our )?(?:seed|series [a-h])(?: round)?)?(?: was| is)?|(?:last|latest) (?:\\w+ )?round(?: price)?|series [a-h] price|preferred',
  ],
  ['price', '409A|fair market value|price per share|share price|per share|valor de mercado|prix par action|kurs'],
  [
    'retirement',
    '401\\s?\\(?k\\)?|pensi(?:on|oen)\\w*|retirement|superannuation|employer contribut\\w*|provident fund|epf|\\bpf\\b|altersvorsorge|betriebsrente|retraite|plan de pensiones|previdência|pensjon|tjänstepension|eläke|penzijn\\p{L}*|nyugdíj\\p{L}*|super(?! )|super(?= (?:at|of|\\())|ppk|emerytal\\w*|cpf|rrsp|(?:company|we|employer)(?: will| shall)? match(?:es)?|bvg|sparbeiträge|(?:企業型)?確定拠出年金|年金|פנסיה|التقاعد',
  ],
  [
    'equity',
    'rsus?|restricted (?:stock|share)s?(?: units?)?|stock options?|share options?|options?|isos?|nsos?|bspce|vsop|virtuelle (?:optionen|anteile)|esops?|phantom (?:shares|stock)|emi|aktienoptionen|acciones|ações|opções|actions gratuites|virtuelle\\w*|equity|common stock|stock grant|fully diluted|voll verwässert\\w*|ストックオプション|株式|期权',
  ],
  [
    'leave',
    "(?<=\\bdays['’]? )leave|paid (?:annual )?(?:leave|vacation|holiday|time off)|annual leave|earned leave|vacation|holidays?|paid time off|pto|\\w*urlaub\\w*|ferien\\w*|congés(?: payés)?|vacaciones|férias|vakantiedagen|ferie|semester\\w*|dovolen\\p{L}*|szabadság|(?:yıllık )?izin|lomaa?|concediu\\p{L}*|отпуск\\p{L}*|urlop\\w*|przerw\\w*|有給休暇|年次有給|年假|연차|חופשה|(?:ال)?إجازة",
  ],
  [
    'benefit',
    '(?:car|housing|meal|transport|travel|phone|internet|wellness|home office|learning|training|commuter|flight|education|flexible)\\w* (?:allowance|stipend|budget|benefits?)|health spending account|intéressement(?: et participation)?|auxílio [\\p{L} -]{3,20}(?=:)|allowance|stipend|klimatickets?|jobtickets?|essenszuschuss|fahrtkosten\\w*|\\w*kostenvergoeding|thuiswerkvergoeding|mobiliteitsbudget|budżet \\p{L}+|opieka medyczna|karta multisport|halbtax[\\p{L}-]*|tickets? restaurante?|titres?-restaurants?|vale[- ](?:refeição|alimentação|transporte)|v[ra](?= de r\\$)|vales? de \\p{L}+|subsídio de \\p{L}+|subsidio de \\p{L}+|(?:transport(?:ation)?|conveyance|housing|lunch|phone|mobile|internet|utilities)(?=:? (?:[A-Z]{3}|[$€£₹]|Rs\\.?) ?\\d)|ticket|交通費|[通家住]\\S{0,2}手当|(?:ال)?بدل(?: السكن| النقل)?',
  ],
  ['withheld', '(?:group |medical |term )*insurance(?: premium)?|gratuity(?! is| as|:? end)|esic?(?= )'],
  [
    'total',
    'ctc|cost to company|total (?:target |fixed )?(?:compensation|package|ctc|remuneration)|incl(?:uding|usive of|\\.)? super(?:annuation)?|rem package|on[- ]target earnings|ote|target (?:cash|earnings)|\\p{L}*zielgehalt|\\p{L}*zieleinkommen|\\p{L}*zielverg[üu]tung|gesamtverg[üu]tung|gross total|package total|total',
  ],
  [
    'bonus',
    '(?:target |annual |performance )*bonus(?:es)?|(?:cash |short-term )?incentive(?: plan| compensation| opportunity| award| target)?|\\bsti\\b|variable(?: pay| compensation| vergütung)?|variable[nrs]?(?: anteil)?|zielbonus|prime(?:s)?(?: sur objectifs)?|part variable|premia\\w*|retribución variable|bonificación|plr|participação nos lucros|bônus|premio|commission|賞与|ボーナス|성과급|奖金|בונוס|(?:ال)?مكافأة',
  ],
  [
    'base',
    '(?:annual |monthly |gross |starting |initial )*(?:base )?(?:salary|wages?|(?:annual|base|cash|starting|fixed) compensation|(?<!\\b(?:we|you|they|to|will|must|may|also|not) )pay(?! ?(?:period|check|cheque|date|day|stub|frequency|grade|band)))|fixed (?:pay|ctc)|base(?=\\s?(?:[:：,.;+&/]|and\\b|$|(?:is|of|will be|would be|(?:is|will be) set at) (?:[A-Z]{3} ?)?[$€£₹]? ?\\d|(?:[A-Z]{3} ?)?[$€£₹] ?\\d))|fix(?:ed)?(?=\\s?(?:[:：]|(?:Rs|INR|₹)))|(?<=\\byou will )(?:earn|be paid)(?= [$€£₹])|paid (?:at )?an? (?:hourly )?rate|1[3-6](?:[.,]\\d{1,2})?\\s?[×x](?=\\s)|basic(?: salary| pay)?|remuneration|day rate|daily rate|hourly rate|house rent allowance|hra|special allowance|\\w*gehalt(?:s)?|\\w*lohn|\\w*vergütung|\\w*salär|tagessatz|stundensatz|salaire|rémunération|tjm|salario|sueldo|salário|\\w*salaris|loon|stipendio|retribuzione|ral|\\p{L}*lön(?:en)?|\\p{L}*lønn?(?:en)?|\\p{L}*palkka|mzda|alapbér|bruttó bér|(?:brüt )?(?:maaş|ücret)\\p{L}*|salariu\\p{L}*|gaji|lương|оклад\\p{L}*|зарплат\\p{L}*|заработн\\p{L}* плат\\p{L}*|μισθός|vencimento(?: base)?|salário base|plus(?= super)|\\+(?= ?super)|retribución(?! variable)|remuneração(?: base)?|retribuzione|wynagrodzeni\\w*|umowa o pracę|uop|(?:kontrakt )?b2b|stawka|pensja|年俸|年収|月給|基本給|연봉|기본급|年薪|月薪|底薪|שכר|משכורת|(?:ال)?راتب',
  ],
  [
    'start',
    "start(?:s|ing)?(?: date| on)?|first day(?: of (?:work|employment))?|commenc\\w*|date of joining|joining date|beginnt|eintritt\\w*|stellenantritt|dienstbeginn|date d['’]entrée|prise de (?:poste|fonctions?)|data di inizio|decorrenza|treedt in dienst|in dienst|admissão|tillträd\\w*|fecha de (?:incorporación|inicio)|incorporación|incorporará|início|gaat in|ingangsdatum|startdatum|rozpoczęci\\w*|入社(?:予定)?日|(?:勤務|就業|業務)開始日|入職|입사(?: ?예정)?일|근무 ?시작일|入职日期|תאריך תחילת|(?:تاريخ )?(?:ال)?مباشرة",
  ],
  [
    'deadline',
    'expires?|expire|lapses?|no later than|on or before|until|by|deadline|bis(?: zum| spätestens| längstens)?|avant le(?: \\p{L}+)?|au plus tard(?: le)?|antes del?|até|entro(?: il)?|uiterlijk|vóór|senast|ważna do|do|(?:回答|返答|返信)期限|회신 ?기한|까지|前|עד(?: ליום)?|قبل',
  ],
];

export type Hit = { topic: Topic; from: number; to: number };

const patterns = words.map(([topic, list]) => ({
  topic,
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${list})(?![\\p{sc=Latin}])|${cjk(list)}`, 'giu'),
}));

/** Words of scripts that set no gaps stand anywhere. */
function cjk(list: string): string {
  const set = list.split('|').filter((one) => /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]+$/u.test(one));
  return set.length > 0 ? set.join('|') : '(?!)';
}

/** The topics that a passage names, in order; where two overlap the one that is listed first stands. */
export function hitsOf(passage: string): Hit[] {
  const hits: Hit[] = [];
  for (const { topic, pattern } of patterns) {
    for (const found of passage.matchAll(pattern)) {
      const hit = { topic, from: found.index, to: found.index + found[0].length };
      if (!hits.some((one) => one.from < hit.to && hit.from < one.to)) hits.push(hit);
    }
  }
  return hits.sort((a, b) => a.from - b.from);
}

const breaks = /[,;:、，(+]|[.](?=\s)|\b(?:and|und|et|y|e|en|plus|sowie|with)\b/gi;

/** How far a word stands from a figure: every mark between them is a step away. */
function distance(passage: string, hit: Hit, from: number, to: number): number {
  const isBehind = hit.from >= to;
  const between = isBehind ? passage.slice(to, hit.from) : passage.slice(hit.to, from);
  const steps = between.match(breaks)?.length ?? 0;
  // "$30,000 signing bonus": behind its figure a word stands at once.
  return between.length + steps * (isBehind ? 30 : 12) + (isBehind ? 6 : 0) + (isBehind && between.length > 30 ? 200 : 0);
}

/** The topic that a figure belongs to, of those that it may; null when none is near. */
export function nearest(passage: string, hits: readonly Hit[], from: number, to: number): Hit | null {
  let best: { hit: Hit; far: number } | null = null;
  for (const hit of hits) {
    if (hit.from < to && from < hit.to) continue;
    // a word behind the next sign is of another figure
    if (hit.from >= to && /[+;。、]|[.](?=\s)/.test(passage.slice(to, hit.from))) continue;
    if (hit.from >= to && /^\s?[:：]/.test(passage.slice(hit.to))) continue;
    const far = distance(passage, hit, from, to);
    if (best === null || far < best.far) best = { hit, far };
  }
  return best?.hit ?? null;
}
