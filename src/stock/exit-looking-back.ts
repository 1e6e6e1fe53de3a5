/** The exit interview's questions about what might have been, what is to change, and whether something must be looked into. */
import type { FivePoint, ZeroToTen } from '../survey/question.ts';
import type { LocalisedText } from '../survey/text.ts';
import { choice, inOwnWords, LIKELIHOOD, OTHER, text } from './exit-words.ts';
import { RECOMMEND } from './pulse.ts';

export const STAY = choice(
  'exit-stay',
  [
    'What would most likely have kept you here?',
    'Was hätte dich am ehesten hier gehalten?',
    'Qu’est-ce qui aurait pu changer ta décision ?',
    '¿Qué habría podido hacer que te quedaras?',
  ],
  {
    pay: ['More pay', 'Mehr Gehalt', 'Un meilleur salaire', 'Un sueldo mejor'],
    growth: [
      'A next step in my career',
      'Ein nächster Karriereschritt',
      'Une nouvelle étape dans ma carrière',
      'Un nuevo paso en mi carrera',
    ],
    work: ['Other tasks', 'Andere Aufgaben', 'D’autres tâches', 'Otras tareas'],
    manager: [
      'Another manager',
      'Eine andere Führungskraft',
      'Un ou une autre manager',
      'Otro responsable',
    ],
    leadership: [
      'Another course at the top',
      'Ein anderer Kurs der Leitung',
      'Un autre cap à la direction',
      'Otro rumbo de la dirección',
    ],
    workload: [
      'Less work or pressure',
      'Weniger Arbeit oder Druck',
      'Moins de travail ou de pression',
      'Menos trabajo o presión',
    ],
    flexibility: [
      'Freer choice of hours or place',
      'Freiere Wahl von Zeit oder Ort',
      'Plus de liberté d’horaires ou de lieu',
      'Más libertad de horario o de lugar',
    ],
    recognition: [
      'More recognition',
      'Mehr Anerkennung',
      'Plus de reconnaissance',
      'Más reconocimiento',
    ],
    fairness: [
      'Fairer treatment',
      'Fairere Behandlung',
      'Un traitement plus juste',
      'Un trato más justo',
    ],
    security: [
      'A safer future here',
      'Eine sicherere Zukunft hier',
      'Un avenir plus sûr ici',
      'Un futuro más seguro aquí',
    ],
    talk: [
      'An honest talk in time',
      'Ein ehrliches Gespräch zur rechten Zeit',
      'Une discussion franche à temps',
      'Una conversación sincera a tiempo',
    ],
    nothing: ['Nothing', 'Nichts', 'Rien', 'Nada'],
    other: OTHER,
  },
);

export const RETURN: FivePoint = {
  kind: 'five-point',
  id: 'exit-return',
  text: text([
    'How likely are you to come back one day?',
    'Wie wahrscheinlich ist es, dass du eines Tages zurückkommst?',
    'Quelle est la probabilité que tu reviennes un jour ?',
    '¿Qué probabilidad hay de que vuelvas algún día?',
  ]),
  labels: LIKELIHOOD,
};

/** As stayers are asked, so that both can be laid side by side. */
export const RECOMMEND_HERE: ZeroToTen = {
  kind: 'zero-to-ten',
  id: 'exit-recommend',
  text: RECOMMEND.text,
  low: RECOMMEND.low,
  high: RECOMMEND.high,
};

export const CHANGE = inOwnWords('exit-change', [
  'One thing you would change here tomorrow',
  'Eine Sache, die du hier morgen ändern würdest',
  'Une chose que tu changerais ici dès demain',
  'Una cosa que cambiarías aquí mañana mismo',
]);

/** The safety fork. Its answer is kept nowhere: not in the draft, not in a ballot. */
export const LOOK_INTO = choice(
  'exit-look-into',
  [
    'Has something happened here that should be looked into, such as harassment?',
    'Ist hier etwas passiert, dem jemand nachgehen sollte, etwa Belästigung?',
    'S’est-il passé ici quelque chose à examiner, comme du harcèlement ?',
    '¿Ha pasado aquí algo que se debería investigar, como acoso?',
  ],
  {
    yes: [
      'Yes, show me whom I can turn to',
      'Ja, zeig mir, an wen ich mich wenden kann',
      'Oui, montre-moi à qui m’adresser',
      'Sí, muéstrame a quién acudir',
    ],
    no: ['No', 'Nein', 'Non', 'No'],
    'rather-not': [
      'I would rather not say',
      'Möchte ich nicht sagen',
      'Je préfère ne pas le dire',
      'Prefiero no decirlo',
    ],
  },
);

export const LOOK_INTO_NOTE: LocalisedText = text([
  'This answer is not kept and goes to nobody. With yes you see at once whom you can talk to.',
  'Diese Antwort wird nicht gespeichert und geht an niemanden. Bei Ja siehst du sofort, mit wem du sprechen kannst.',
  'Cette réponse n’est ni gardée ni transmise. Avec oui, tu vois tout de suite à qui parler.',
  'Esta respuesta no se guarda ni llega a nadie. Con sí ves enseguida con quién puedes hablar.',
]);
