/** Letters as employers write them, names invented: what a person pastes. */

export const usRsu = `Dear Ana,

We are delighted to offer you the position of Senior Software Engineer (Level 5) at Quuxcorp, Inc., reporting to Dana Wright.

Compensation. Your annual base salary will be $185,000, paid in 26 biweekly instalments, less applicable withholdings. You are eligible for an annual performance bonus with a target of 15% of your base salary.

Sign-on bonus. You will receive a sign-on bonus of $30,000 in your first year and $20,000 in your second year of employment. If you resign within 12 months of a payment, you must repay it pro rata for each month not worked.

Equity. Subject to approval by the Board, you will be granted restricted stock units (RSUs) with a value of $240,000. The RSUs vest 5% / 15% / 40% / 40% over four years, at the end of each year.

Benefits. The company matches 50% of your 401(k) contributions up to 6% of your base salary. You will accrue 20 days of paid vacation per year.

Your start date will be February 1, 2027. Your place of work is Denver, Colorado. Please sign and return this letter by December 4, 2026.

Sincerely,
Quuxcorp, Inc.`;

export const startUp = `Hi Ben,

Excited to have you join Lanternfish as Founding Engineer.

Salary: $150k per year.
Equity: an option to purchase 40,000 shares of common stock (ISO), representing 0.35% of the fully diluted capitalization. The exercise price will be set by the Board, expected at $1.12 per share, the current 409A fair market value. Investors paid $4.85 per preferred share in our Series A.
Vesting: 4 years, monthly, with a one-year cliff.
PTO: unlimited.
Health, dental and vision from day one. Home office stipend of $1,500 per year.

Offer expires November 30, 2026.`;

export const german = `Sehr geehrte Frau Weiss,

wir freuen uns, Ihnen die Position als Produktmanagerin in unserem Wiener Büro anzubieten.

Ihr monatliches Bruttogehalt beträgt EUR 5.200,00 und wird 14 Mal jährlich ausbezahlt. Zusätzlich erhalten Sie einen variablen Bonus von bis zu 10 % des Jahresbruttogehalts.
Ihr Urlaubsanspruch beträgt 25 Arbeitstage pro Kalenderjahr. Wir übernehmen die Kosten des KlimaTickets im Wert von 1.297,80 € jährlich.
Das Dienstverhältnis beginnt am 1. März 2027; die Probezeit beträgt einen Monat.

Bitte geben Sie uns bis zum 11.12.2026 Bescheid.

Mit freundlichen Grüßen
Nordlicht Software GmbH`;

export const dutch = `Beste Sanne,

Met genoegen bieden wij je de functie van Data Engineer aan.

Je bruto maandsalaris bedraagt € 5.450,- op basis van 40 uur per week. Daarnaast ontvang je 8% vakantiegeld, uitbetaald in mei.
Je hebt recht op 27 vakantiedagen per jaar. De pensioenbijdrage van de werkgever bedraagt 12% van je salaris.
Reiskostenvergoeding: € 150 per maand.
De overeenkomst gaat in op 1 februari 2027.

Met vriendelijke groet,
Polderdata B.V.`;

export const spanish = `Estimado Javier:

Nos complace ofrecerle el puesto de Ingeniero de Software.

Su salario bruto anual será de 48.000 €, distribuido en 14 pagas. Tendrá además una retribución variable del 10 % sobre el salario fijo en función de objetivos.
Dispondrá de 23 días laborables de vacaciones al año y de tickets restaurante por valor de 1.980 € anuales.
Fecha de incorporación: 11 de enero de 2027.

Atentamente,
Faro Digital S.L.`;

export const british = `Dear Priya,

I am pleased to offer you the role of Analytics Manager at Thornbury & Co.

Your salary will be £65,000 per annum, payable monthly in arrears. You may receive a discretionary annual bonus of up to 12% of salary.
Pension: we contribute 8% if you contribute 5%, calculated on qualifying earnings between £6,240 and £50,270.
Holiday: 25 days' paid holiday per year plus bank holidays.
You will also receive a car allowance of £4,800 per year and private medical insurance.
Your employment will start on 4 January 2027. This offer is open until 9 December 2026. Your notice period is three months.

Yours sincerely,
Thornbury & Co. Ltd`;

export const indian = `Dear Rahul,

We are pleased to offer you the position of Software Engineer II at our Bengaluru office. Your total cost to company (CTC) will be ₹24,00,000 per annum. The break-up is as follows:

Component\tMonthly (₹)\tAnnual (₹)
Basic salary\t80,000\t9,60,000
House rent allowance\t40,000\t4,80,000
Special allowance\t38,333\t4,60,000
Performance bonus (variable)\t\t2,40,000
Employer PF contribution\t9,600\t1,15,200
Gratuity\t3,846\t46,154
Medical insurance premium\t\t98,646
Total CTC\t\t24,00,000

You will also receive a joining bonus of Rs. 2,00,000, recoverable in full if you leave within 12 months.
You are entitled to 24 days of earned leave per year. Your date of joining is 4 January 2027.`;

export const brazilian = `Prezada Camila,

Temos o prazer de oferecer a você o cargo de Engenheira de Software Sênior, em regime CLT.

Salário: R$ 15.000,00 por mês, com 13º salário.
Participação nos lucros (PLR): até 2 salários por ano, conforme metas.
Vale-refeição: R$ 1.100,00 por mês.
Você terá 30 dias de férias por ano. Início em 05/01/2027.

Atenciosamente,
Pampa Tecnologia Ltda.`;

export const japanese = `内定通知書

佐藤 健 様

職位：シニアエンジニア
年俸：900万円（12分割して毎月支給）
賞与：業績賞与は年俸の10%を目標とする。
入社一時金：50万円
年次有給休暇：20日
勤務地：東京都渋谷区
入社日：2027年4月1日
回答期限：2026年12月10日`;

export const french = `Bonjour Claire,

Nous avons le plaisir de vous proposer le poste de Responsable Produit.

Votre rémunération annuelle brute fixe sera de 62 000 €, versée sur 12 mois. Une part variable de 8 000 € bruts par an est prévue à objectifs atteints.
Vous bénéficierez de 1 200 BSPCE au prix d'exercice de 14,50 €, acquis sur quatre ans avec un cliff d'un an.
Vous aurez 25 jours de congés payés et 10 RTT. Titres-restaurant : 1 150 € par an.
Date d'entrée : 1er février 2027. Réponse attendue avant le 8 décembre 2026.`;

export const swiss = `Sehr geehrter Herr Keller

Wir freuen uns, Ihnen die Stelle als Cloud Architekt in Zürich anzubieten.

Ihr Jahresgehalt beträgt CHF 130'000.– brutto, ausbezahlt in 13 Monatslöhnen. Der Zielbonus beträgt CHF 15'000.–.
Ferien: 25 Tage pro Jahr.
Die Pensionskasse: der Arbeitgeber übernimmt 60% der Beiträge.
Stellenantritt: 01.04.2027`;

export const contractor = `Hello Tomasz,

Following our call, here are the terms for the contract.

Day rate: €480 per day, invoiced monthly, 220 days a year at most.
Location: fully remote, with one week a quarter in Lisbon.
Start: 2027-01-15. Either side may end the contract with 30 days' notice.

Best,
Driftwood Labs`;

export const twoCurrencies = `Dear Noor,

Your base salary will be £92,000 per year. You will receive a relocation allowance of £7,500, repayable if you leave within 24 months.
Our US parent, Quuxcorp Inc., will grant you 1,500 RSUs with a grant value of US$180,000, vesting over four years, 25% after one year and quarterly thereafter.
You will have 28 days of holiday.`;

export const hebrew = `לכבוד נועה,

אנו שמחים להציע לך את תפקיד מפתחת בכירה.
שכר בסיס חודשי: 32,000 ₪ ברוטו.
בונוס שנתי של עד 10% מהשכר השנתי.
ימי חופשה: 20 ימים בשנה.
תאריך תחילת עבודה: 01.02.2027`;

export const arabic = `السيدة ليلى،

يسرنا أن نعرض عليك وظيفة مديرة منتج.
الراتب الأساسي: ٢٨٬٠٠٠ درهم شهرياً.
بدل السكن: ٩٦٬٠٠٠ درهم سنوياً.
الإجازة السنوية: ٣٠ يوماً.
تاريخ المباشرة: 2027-02-01`;
