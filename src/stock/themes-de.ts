/** Words by which people speak of each driver, in German. */
import type { ThemeWords } from './theme-words.ts';

export const GERMAN_THEMES: ThemeWords = {
  common:
    'der, die, das, und, ist, sind, nicht, ich, wir, ein, eine, einen, mit, für, zu, auf, bei, auch, noch, nur, wird, werden, habe, haben, hat, mein, meine, unser, unsere, uns, mir, sich, dass, aber, wenn, man, kein, keine, zum, zur, im, vom, nach, seit, bitte, mehr, sehr, wer, wie',
  drivers: {
    role: 'meine Rolle, Rollen, Rollenverteilung, Zuständigkeit*, zuständig, Aufgabenbereich*, Aufgabenverteilung, klare Ziele, ein klares Ziel, unklare Ziele, Prioritäten, Priorität, Sinn, sinnvoll*, sinnlos*, Verantwortlichkeit*, Erwartungen, erwartet wird',
    recognition:
      '*anerkennung, *wertschätzung, wertgeschätzt, geschätzt, Lob, gelobt, lobt, Dank, danke, Dankeschön, gedankt, gesehen, anerkannt, bemerkt, Dankes*, sieht niemand, sagt niemand, bedankt',
    growth:
      'Karriere*, Aufstieg*, aufsteigen, Beförderung*, befördert, weiterentwickel*, Entwicklungsmöglichkeit*, Entwicklungsgespräch*, persönliche Entwicklung, Perspektive*, nächste Schritt*, nächster Schritt, Sackgasse, etwas lernen, Neues lernen, vorankomm*, Mentor*, entwickeln kann, mich entwickeln, mich hier entwickeln, weiterkomm*, nächste Stufe',
    training:
      '*schulung*, Weiterbildung*, Fortbildung*, Einarbeitung*, eingearbeitet, *seminar*, *lehrgang*, *lehrgänge, Workshop*, Kurs, Kurse, Zertifikat*, Onboarding, Training*, Handbuch, neue Kolleg*, neue Leute, Neue lernen',
    pay: '*gehalt*, *gehälter*, *lohn, *löhne*, bezahl*, bezahlung, unterbezahlt, verdien*, Vergütung, *bonus, *prämie*, Boni, *zulage*, *zuschlag*, *zuschläge*, *rente, Altersvorsorge, Zusatzleistung*, *geld, Inflation, Gehaltsband, Tarif*, Spesen, Sozialleistung*, *geldes',
    workload:
      'Arbeitslast, *belastung*, überlast*, *überstunden, Arbeitsmenge, zu viel Arbeit, viel zu tun, Arbeitspensum, *druck, unterbesetzt, Personalmangel, zu wenig Leute, zu wenige Leute, fehlen Leute, Fristen, Deadline*, Wochenenden, Wochenende, Bereitschaft*, Rufbereitschaft, Besprechungen, Meetings, Termine, keine Zeit, Arbeitsbedingung*, *ausstattung, Werkzeug*, Laptop*, Rechner, Lärm, laut, zieht es, zu kalt, zu heiß, Stühle, Klimaanlage, dringend, Arbeit von zwei, Arbeit von drei, Arbeit von vier, Leute weniger, jeden Abend, bis spät, Dringendem, Dringendes, schaffen das nicht, kaum zu schaffen, viel Arbeit',
    flexibility:
      'flexib*, Homeoffice, Home Office, von zu Hause, mobil* Arbeit*, Telearbeit, Teilzeit, Gleitzeit, Arbeitszeit*, Kernzeit, Büropflicht, Präsenz*, hybrid*, Bürotage, Kita, Kinderbetreuung, Vier Tage Woche, Schichttausch, Schichten tauschen',
    manager:
      'Führungskraft, Vorgesetzt*, Chef, Chefin, Chefs, Teamleit*, Abteilungsleit*, Gruppenleit*, Manager, Managerin, Mikromanag*, Mitarbeitergespräch*, Schichtleit*',
    team: 'Team, Teams, *zusammenarbeit, Zusammenhalt, Kolleg*, *klima, Stimmung, Kultur, Unternehmenskultur, Miteinander, Teamgeist, Übergabe*, Hilfsbereit*, hilft jeder, helfen uns, *atmosphäre, Tratsch*',
    leadership:
      'Geschäftsführung, Geschäftsleitung, Leitung, Vorstand*, Management, Strateg*, Vision*, Richtung, Umstrukturierung*, Umbau, Entscheidungen, von oben, Transparenz, transparent*, Betriebsversammlung, Roadmap, die da oben, Zentrale, wer was entscheidet, Klarheit wer',
    fairness:
      'fair, fairer, faire, unfair*, Fairness, gerecht*, ungerecht*, Gleichbehandlung, gleich behandelt, ungleich*, Bevorzug*, bevorzugt, Lieblinge, gleiche Regeln, zweierlei Maß, Willkür*, benachteilig*, immer dieselben, nach Nase, gleiche Arbeit',
    belonging:
      'dazugehör*, zugehörig*, gehöre dazu, ausgeschlossen, ausgegrenzt, Ausgrenzung, Außenseiter*, Vielfalt, diskriminier*, willkommen, ich selbst sein, einbezogen, außen vor, rassist*, sexist*, nicht dabei, Frauen in, sitzt allein, sitze allein, einzige Frau',
    'well-being':
      'stress*, gestresst, Burnout, ausgebrannt, erschöpf*, müde, gesund*, krank*, Schlaf, schlafe*, psychisch*, Wohlbefinden, Erholung, erholen, abschalten, Work Life Balance, Privatleben, Familienleben, Unfall*, Unfälle, sicher fühle*',
    staying:
      'kündig*, gekündigt, Kündigung*, wechseln, Wechsel, Fluktuation, andere Stelle, neue Stelle, neuen Job, anderen Job, bewerbe mich, beworben, ich bleibe, bleibe ich, hier bleiben, gehen wieder, gehen weg, Abgänge, anderen Arbeitgeber, Abwanderung, Headhunter*, anderen Firma, andere Firma, umgesehen, umschauen, sehe mich um, weg hier, noch lange hier, verlassen',
  },
};
