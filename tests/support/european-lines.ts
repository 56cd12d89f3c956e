import type { Sentence } from './letter-words.ts';

/** Sentences of letters of Germany, Austria, Switzerland, France, Spain, Italy, the Netherlands and Sweden; names invented. */
export const european: readonly Sentence[] = [
  // Germany
  ['DE', 'Bitte teilen Sie uns Ihre Entscheidung bis zum 4. Dezember 2026 mit.', ['deadline 2026-12-04']],
  ['DE', 'Wir bitten um Ihre Rückmeldung bis Freitag, den 4. Dezember 2026, 17:00 Uhr.', ['deadline 2026-12-04 17:00']],
  ['DE', 'Das Angebot gilt bis 04.12.2026.', ['deadline 2026-12-04']],
  ['DE', 'Ihr Bruttojahresgehalt beträgt 78.000 €, zahlbar in 13 Monatsgehältern.', ['base 78000 EUR a year × 13']],
  ['DE', 'Sie erhalten 13 × 6.000 € brutto.', ['base 6000 EUR a month × 13']],
  ['DE', 'Ihr monatliches Bruttogehalt beträgt 5.800,00 EUR zuzüglich eines 13. Monatsgehalts.', ['base 5800 EUR a month × 13']],
  [
    'DE',
    'Sie erhalten ein Jahresgehalt von EUR 66.000 in zwölf Monatsgehältern zuzüglich eines Bonus von 10 %.',
    ['base 66000 EUR a year', 'bonus 10 %'],
  ],
  ['DE', 'Position: Senior Softwareentwickler (m/w/d), Stufe 4', ['title: Senior Softwareentwickler', 'level: Stufe 4']],
  ['DE', 'Sie werden in die Entgeltgruppe E 13 TVöD eingruppiert.', ['level: Entgeltgruppe E 13']],
  ['DE', 'Der Jahresurlaub beträgt 30 Arbeitstage.', ['leave 30']],
  ['DE', 'Homeoffice ist an zwei Tagen pro Woche möglich.', ['remote: an zwei Tagen pro Woche']],
  ['DE', 'Sie arbeiten hybrid, drei Tage pro Woche im Büro.', ['remote: drei Tage pro Woche im Büro']],
  ['DE', 'Die Kündigungsfrist beträgt drei Monate zum Monatsende.', ['notice: drei Monate zum Monatsende']],
  ['DE', 'Das Arbeitsverhältnis beginnt am 01.02.2027.', ['startDate 2027-02-01']],
  ['DE', 'Die Probezeit beträgt sechs Monate bis zum 31. Juli 2027.', []],
  ['DE', 'Überstunden sind bis zu 10 % der Arbeitszeit mit dem Gehalt abgegolten.', []],
  // Austria
  ['AT', 'Ihr Bruttomonatsgehalt beträgt € 4.850,– und wird 14-mal jährlich ausbezahlt.', ['base 4850 EUR a month × 14']],
  [
    'AT',
    'Monatsgehalt € 5.100 brutto, zuzüglich Urlaubs- und Weihnachtsgeld (13. und 14. Gehalt).',
    ['base 5100 EUR a month × 14'],
  ],
  ['AT', 'Wir ersuchen um Ihre Zusage bis längstens 4. Jänner 2027.', ['deadline 2027-01-04']],
  // Switzerland
  ['CH', "Ihr Jahressalär beträgt CHF 132'600.–, aufgeteilt in 13 Monatslöhne.", ['base 132600 CHF a year × 13']],
  ['CH', "Monatslohn brutto: CHF 9'800 (x 13)", ['base 9800 CHF a month × 13']],
  ['CH', 'Ferienanspruch: 5 Wochen (25 Tage).', ['leave 25']],
  ['CH', "Votre salaire annuel brut s'élève à CHF 118'000, versé en treize mensualités.", ['base 118000 CHF a year × 13']],
  // France
  ['FR', 'Votre salaire annuel brut sera de 52 000 € sur 13,5 mois.', ['base 52000 EUR a year × 13.5']],
  ['FR', 'Merci de nous faire part de votre réponse avant le vendredi 4 décembre 2026 à 18h00.', ['deadline 2026-12-04 18:00']],
  [
    'FR',
    'Vous occuperez le poste d’Ingénieur Études et Développement, statut cadre, position 2.1, coefficient 115.',
    ['title: Ingénieur Études et Développement', 'level: position 2.1, coefficient 115'],
  ],
  ['FR', 'Vous pourrez télétravailler deux jours par semaine.', ['remote: deux jours par semaine']],
  ['FR', 'Le préavis est fixé à trois mois.', ['notice: trois mois']],
  ['FR', 'Une prime sur objectifs de 6 000 € bruts par an est prévue.', ['bonus 6000 EUR a year']],
  ['FR', 'Votre prise de fonction est fixée au 1er mars 2027.', ['startDate 2027-03-01']],
  ['FR', 'La période d’essai est de quatre mois, renouvelable une fois.', []],
  // Spain
  ['ES', 'Su retribución fija será de 42.000 € brutos anuales, en 14 pagas.', ['base 42000 EUR a year × 14']],
  ['ES', 'Salario: 3.000 € brutos al mes en catorce pagas.', ['base 3000 EUR a month × 14']],
  ['ES', 'Le rogamos nos confirme antes del 4 de diciembre de 2026.', ['deadline 2026-12-04']],
  ['ES', 'Podrá teletrabajar tres días a la semana.', ['remote: tres días a la semana']],
  ['ES', 'Disfrutará de 30 días naturales de vacaciones.', ['leave 30']],
  ['ES', 'Categoría: Ingeniero Superior, nivel 3', ['level: nivel 3']],
  // Italy
  ['IT', 'La retribuzione annua lorda (RAL) è di € 45.000, suddivisa in 14 mensilità.', ['base 45000 EUR a year × 14']],
  ['IT', 'Inquadramento: 2° livello CCNL Metalmeccanici', ['level: 2° livello']],
  ['IT', 'La invitiamo a rispondere entro il 4 dicembre 2026.', ['deadline 2026-12-04']],
  ['IT', 'Data di inizio: 1 febbraio 2027', ['startDate 2027-02-01']],
  ['IT', 'Smart working: 2 giorni a settimana', ['remote: 2 giorni a settimana']],
  ['IT', 'Ferie: 26 giorni l’anno', ['leave 26']],
  // Netherlands
  ['NL', 'Je salaris bedraagt € 5.200 bruto per maand, exclusief 8% vakantiegeld.', ['base 5200 EUR a month × 12.96']],
  ['NL', 'Graag ontvangen wij je reactie uiterlijk vrijdag 4 december 2026.', ['deadline 2026-12-04']],
  ['NL', 'Je wordt ingeschaald in schaal 11.', ['level: schaal 11']],
  ['NL', 'Je werkt hybride: twee dagen per week thuis.', ['remote: twee dagen per week thuis']],
  ['NL', 'Je treedt in dienst op 1 maart 2027.', ['startDate 2027-03-01']],
  // Sweden, Poland
  ['SE', 'Din månadslön blir 62 000 kr.', ['base 62000 SEK a month']],
  ['SE', 'Du har 30 dagars semester per år.', ['leave 30']],
  ['PL', 'Praca hybrydowa: 2 dni w tygodniu w biurze.', ['remote: 2 dni w tygodniu w biurze']],
  ['PL', 'Okres wypowiedzenia wynosi 3 miesiące.', ['notice: 3 miesiące']],
];
