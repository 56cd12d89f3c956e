/** More letters as employers write them, each in the manner of its country; names invented. */

export const brazilClt = `Olá, Marina,

É com grande satisfação que formalizamos nossa proposta para a posição de Analista de Dados Pleno.

Regime de contratação: CLT
Salário bruto mensal: R$ 9.500,00
13º salário e férias acrescidas de 1/3, conforme legislação
Vale-refeição (VR): R$ 1.100,00 por mês
Vale-alimentação (VA): R$ 450,00/mês
Auxílio home office: R$ 150,00 mensais
Plano de saúde Bradesco sem coparticipação
PLR: até 2,5 salários por ano, conforme atingimento de metas
Bônus de contratação: R$ 10.000,00, pago em parcela única junto ao primeiro salário
Stock options: 4.000 opções, com vesting de 4 anos e cliff de 12 meses, preço de exercício de US$ 2,35
Previdência privada: a empresa contribui com até 4% do salário, desde que o colaborador contribua com o mesmo percentual
Férias: 30 dias
Local: São Paulo - SP, modelo híbrido (2 dias por semana no escritório)
Data de início: 01/02/2027

Pedimos que nos confirme até 10/12/2026.`;

export const japanMonthly = `労働条件通知書

山田 花子 殿

雇用形態：正社員（試用期間6ヶ月）
職位：バックエンドエンジニア
月給：５２万円
（内訳）基本給 405,000円、固定残業代 115,000円（月45時間分）
※45時間を超える時間外労働分についての割増賃金は追加で支給
賞与：年2回（6月・12月）、昨年度実績 4.0ヶ月分
通勤手当：月額3万円まで支給
住宅手当：月額20,000円
退職金制度：企業型確定拠出年金（会社拠出 月額10,000円）
年次有給休暇：入社日に12日付与
ストックオプション：3,000個（行使価額 450円、権利確定期間4年）
就業場所：東京都港区六本木1-2-3
入社日：2027年4月1日
回答期限：2026年12月18日`;

export const franceCdi = `Madame,

Suite à nos différents entretiens, nous avons le plaisir de vous confirmer notre proposition d'embauche en contrat à durée indéterminée au poste de Ingénieure Logiciel Senior, statut cadre, position 2.2.

Votre rémunération annuelle brute sera de 68 000 € sur 13 mois, pour un forfait de 218 jours par an.
À cette rémunération fixe s'ajoutera une part variable pouvant atteindre 10 % de votre salaire annuel brut, à objectifs atteints.
Une prime d'arrivée de 4 000 € bruts vous sera versée avec votre premier salaire ; elle sera à rembourser au prorata en cas de départ dans les 12 mois.
Intéressement et participation : en moyenne 3 200 € bruts par an sur les trois derniers exercices.
Il vous sera attribué 2 500 BSPCE, au prix d'exercice de 18,40 € par bon, exerçables sur 4 ans avec un cliff d'un an.
Vous bénéficierez de 25 jours de congés payés, de 10 jours de RTT, ainsi que de titres-restaurant d'une valeur faciale de 9,25 € pris en charge à 60 %.
Mutuelle prise en charge à 70 %.
Télétravail : 3 jours par semaine.
Prise de poste : le 4 janvier 2027 à Lyon.
Merci de nous retourner votre accord avant le 30 novembre 2026.`;

export const dubai = `Dear Omar,

Further to your recent interviews, we are pleased to offer you employment as Senior Product Manager with Marsa Technologies FZ-LLC on the following terms:

Basic Salary: AED 21,000 per month
Housing Allowance: AED 10,500 per month
Transport Allowance: AED 3,500 per month
Total Monthly Package: AED 35,000
Annual air ticket: one economy return ticket, up to AED 4,000 per year
Education allowance: AED 25,000 per child per year
Medical insurance: for you and your dependants
End of service gratuity: 21 days' basic salary for each of the first five years of service, as per UAE Labour Law
Discretionary bonus: up to 2 months' basic salary
Annual Leave: 30 calendar days
Relocation: a one-time allowance of AED 20,000, repayable in full if you resign within 12 months
Probation period: 6 months. Notice period: 60 days
Joining Date: 10 January 2027

This offer is valid until 5 December 2026.`;

export const singapore = `Dear Wei Ling,

We are pleased to offer you the position of Data Scientist with Straits Analytics Pte. Ltd.

1. Your basic salary will be S$9,200 per month.
2. You will receive an Annual Wage Supplement (AWS) of one month's basic salary, payable in December.
3. Variable bonus: you are eligible for a performance bonus with a target of 2 months.
4. CPF: the Company will make employer's CPF contributions of 17% in accordance with the Central Provident Fund Act, up to the Ordinary Wage ceiling of S$8,000 per month.
5. Sign-on bonus: S$15,000, payable with your first month's salary. Should you leave within 12 months, the sign-on bonus shall be repaid in full.
6. Annual leave: 18 days.
7. Flexible benefits: S$1,500 per annum.
8. You will be granted RSUs worth USD 60,000, vesting over 4 years, 25% each year.

Your employment commences on 1 February 2027. Please accept by 7 December 2026.`;

export const dutchRuling = `Beste Lars,

Graag bieden wij je de functie van Senior Software Engineer aan, voor 40 uur per week, standplaats Amsterdam.

- Salaris: € 6.250,00 bruto per maand (excl. vakantietoeslag)
- Vakantietoeslag: 8% over het bruto jaarsalaris, uit te betalen in mei
- Dertiende maand: uit te betalen in december
- Bonus: maximaal 12,5% van het jaarsalaris
- Pensioen: de werkgever betaalt 2/3 van de premie; eigen bijdrage 5,2% van de pensioengrondslag
- 30%-regeling: wij vragen de regeling voor je aan
- Vakantiedagen: 28 per jaar
- Reiskostenvergoeding: € 0,23 per kilometer
- Thuiswerkvergoeding: € 2,40 per dag
- Mobiliteitsbudget: € 450 per maand
- Verhuiskostenvergoeding: € 7.500 eenmalig, terug te betalen bij vertrek binnen 24 maanden
- Startdatum: 1 maart 2027

Wij ontvangen je reactie graag vóór 15 december 2026.`;

export const zurich = `Sehr geehrte Frau Meier

Wir freuen uns, Ihnen folgende Anstellung anzubieten:

Funktion: Senior Data Engineer, Pensum 80 %
Jahressalär brutto (100 %): CHF 145'600.00, auszahlbar in 13 Monatssalären
Ihr Anteil bei 80 %: CHF 116'480.00
Bonus: Zielbonus 10 % des Jahressalärs bei 100 % Zielerreichung, maximal 150 %
BVG / Pensionskasse: Sparbeiträge Arbeitgeber 12 %, Arbeitnehmer 8 %
Ferien: 25 Tage
Kinderzulagen: nach kantonalem Recht
Halbtax-Abonnement: CHF 190 pro Jahr
Arbeitsort: Zürich
Stellenantritt: 1. Februar 2027
Kündigungsfrist: 3 Monate

Wir bitten Sie um Ihre Antwort bis spätestens 11. Dezember 2026.`;

export const germanVsop = `Liebe Jana,

wir freuen uns sehr, dir ein Angebot als Head of Engineering zu machen.

Dein Jahresfixgehalt beträgt 105.000 EUR brutto, zahlbar in zwölf gleichen Monatsraten.
Dein Zielbonus beträgt 15.000 EUR brutto jährlich bei 100 % Zielerreichung; die Auszahlung ist auf 150 % begrenzt. Im ersten Jahr garantieren wir 50 % des Zielbonus.
Beteiligung: Du erhältst 12.000 virtuelle Anteile (VSOP) zu einem Basispreis von 1,00 EUR, Vesting über 48 Monate mit 12 Monaten Cliff. Das entspricht 0,4 % des Unternehmens auf voll verwässerter Basis.
Antrittsprämie: 10.000 EUR brutto mit dem ersten Gehalt, bei Eigenkündigung innerhalb von 12 Monaten anteilig zurückzuzahlen.
Betriebliche Altersvorsorge: Zuschuss von 20 % zu deinem Beitrag.
Urlaub: 30 Tage. Jobticket 49 EUR monatlich.
Probezeit: 6 Monate, Kündigungsfrist danach 3 Monate zum Quartalsende.
Start: 01.03.2027, Arbeitsort Berlin, bis zu 3 Tage pro Woche remote.
Bitte gib uns bis zum 4.12.2026 Bescheid.`;

export const polishUop = `Szanowna Pani Anno,

z przyjemnością przedstawiamy ofertę pracy na stanowisku Starszy Programista Java.

Forma współpracy do wyboru:
1) Umowa o pracę: 22 500 zł brutto miesięcznie
2) Kontrakt B2B: 165 zł netto + VAT za godzinę, do 168 godzin w miesiącu, 20 dni płatnej przerwy w roku

Premia roczna: do 10% wynagrodzenia rocznego
Bonus na start: 15 000 zł brutto, zwrotny w przypadku odejścia w ciągu 12 miesięcy
Urlop: 26 dni
PPK: wpłata pracodawcy 1,5% wynagrodzenia
Prywatna opieka medyczna Luxmed: 180 zł miesięcznie
Karta MultiSport
Data rozpoczęcia: 1 lutego 2027 r.
Oferta jest ważna do 11 grudnia 2026 r.`;

export const canada = `Dear Sophie,

We are thrilled to offer you the position of Staff Developer at Maple Loop Inc., based in Toronto, Ontario.

Base salary: CAD $142,000 per year, paid bi-weekly
Annual bonus: target of 12.5% of base salary, prorated in your first year
Signing bonus: $12,000, less statutory deductions, repayable pro rata if you resign within 18 months
Group RRSP: we match 100% of your contributions up to 5% of your base salary
Vacation: 4 weeks (20 days) per year
Health Spending Account: $1,000 per year
Stock options: 8,500 options at a strike price of CAD $3.10 per share; 4-year vesting with a one-year cliff, monthly thereafter
Start date: January 18, 2027

This offer expires on December 3, 2026 at 5:00 PM ET.`;
