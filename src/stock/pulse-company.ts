/** Pulse items about the company as a whole: leadership, fairness, staying. The first of a driver is asked for trends. */
import type { FivePoint } from '../survey/question.ts';
import { item } from './agreement.ts';

export const COMPANY: readonly FivePoint[] = [
  item('leadership-1', 'leadership', {
    en: 'I think our organisation is on the right track.',
    de: 'Ich finde, unsere Organisation ist auf einem guten Weg.',
    fr: 'Je trouve que notre organisation est sur la bonne voie.',
    es: 'Creo que nuestra organización va por buen camino.',
  }),
  item('leadership-2', 'leadership', {
    en: 'When top management makes a big decision, I get to hear the reasons.',
    de: 'Wenn die oberste Leitung etwas Wichtiges entscheidet, erfahre ich die Gründe.',
    fr: 'Quand la direction prend une décision importante, on m’en donne les raisons.',
    es: 'Cuando la dirección toma una decisión importante, me entero de los motivos.',
  }),
  item('leadership-3', 'leadership', {
    en: 'From what I see, top management does what it says.',
    de: 'Soweit ich es sehe, tut die oberste Leitung, was sie sagt.',
    fr: 'D’après ce que je vois, la direction fait ce qu’elle dit.',
    es: 'Por lo que veo, la dirección hace lo que dice.',
  }),
  item('leadership-4', 'leadership', {
    en: 'I could explain in a few words where our organisation wants to go.',
    de: 'Ich könnte in wenigen Worten erklären, wohin unsere Organisation will.',
    fr: 'Je pourrais expliquer en quelques mots où notre organisation veut aller.',
    es: 'Podría explicar en pocas palabras adónde quiere llegar nuestra organización.',
  }),
  item('fairness-1', 'fairness', {
    en: 'Decisions here that concern me are made in a fair way.',
    de: 'Entscheidungen, die mich betreffen, werden hier fair getroffen.',
    fr: 'Ici, les décisions qui me concernent sont prises de façon juste.',
    es: 'Aquí las decisiones que me afectan se toman de forma justa.',
  }),
  item('fairness-2', 'fairness', {
    en: 'The same rules apply to me as to other people here.',
    de: 'Für mich gelten hier dieselben Regeln wie für andere.',
    fr: 'Ici, les règles sont les mêmes pour moi que pour les autres.',
    es: 'Aquí las reglas son las mismas para mí que para el resto.',
  }),
  item('fairness-3', 'fairness', {
    en: 'Good work gives me a real chance to get ahead here.',
    de: 'Mit guter Arbeit habe ich hier echte Chancen, weiterzukommen.',
    fr: 'En travaillant bien, j’ai de vraies chances d’évoluer ici.',
    es: 'Con un buen trabajo tengo aquí posibilidades reales de progresar.',
  }),
  item('fairness-4', 'fairness', {
    en: 'If somebody treated me unfairly, I would know where to turn.',
    de: 'Wenn mich jemand ungerecht behandelt, weiß ich, an wen ich mich wenden kann.',
    fr: 'Si on me traitait de façon injuste, je saurais à qui m’adresser.',
    es: 'Si alguien me tratara de forma injusta, sabría a quién acudir.',
  }),
  item('staying-1', 'staying', {
    en: 'If it is up to me, I will still be working here in a year.',
    de: 'Wenn es nach mir geht, arbeite ich in einem Jahr noch hier.',
    fr: 'Si cela dépend de moi, je travaillerai encore ici dans un an.',
    es: 'Si de mí depende, dentro de un año seguiré trabajando aquí.',
  }),
  item('staying-2', 'staying', {
    en: 'If I could choose again today, I would start here again.',
    de: 'Wenn ich heute neu wählen könnte, würde ich wieder hier anfangen.',
    fr: 'Si je pouvais choisir à nouveau aujourd’hui, je reviendrais travailler ici.',
    es: 'Si hoy pudiera elegir de nuevo, volvería a empezar aquí.',
  }),
  item('staying-3', 'staying', {
    en: 'What I have here would be hard to find elsewhere.',
    de: 'Was ich hier habe, würde ich anderswo schwer finden.',
    fr: 'Ce que j’ai ici, j’aurais du mal à le trouver ailleurs.',
    es: 'Lo que tengo aquí me costaría encontrarlo en otro sitio.',
  }),
];
