/** Pulse items about the work itself: role, recognition, growth, training. The first of a driver is asked for trends. */
import type { FivePoint } from '../survey/question.ts';
import { item } from './agreement.ts';

export const WORK: readonly FivePoint[] = [
  item('role-1', 'role', {
    en: 'I can see what my work is good for.',
    de: 'Ich sehe, wofür meine Arbeit gut ist.',
    fr: 'Je vois à quoi sert mon travail.',
    es: 'Veo para qué sirve mi trabajo.',
  }),
  item('role-2', 'role', {
    en: 'I can tell which of my tasks matter most right now.',
    de: 'Mir ist klar, welche meiner Aufgaben gerade am wichtigsten sind.',
    fr: 'Je sais lesquelles de mes tâches comptent le plus en ce moment.',
    es: 'Tengo claro cuáles de mis tareas son ahora las más importantes.',
  }),
  item('role-3', 'role', {
    en: 'It is clear to me what I may decide on my own.',
    de: 'Mir ist klar, was ich selbst entscheiden darf.',
    fr: 'Je vois clairement ce que je peux décider de mon côté.',
    es: 'Tengo claro qué puedo decidir por mi cuenta.',
  }),
  item('role-4', 'role', {
    en: 'Most of my working time goes into tasks that make sense to me.',
    de: 'Den größten Teil meiner Arbeitszeit verbringe ich mit Aufgaben, die mir sinnvoll erscheinen.',
    fr: 'Je passe la plus grande partie de mon temps de travail à des tâches qui ont du sens pour moi.',
    es: 'La mayor parte de mi jornada la dedico a tareas que tienen sentido para mí.',
  }),
  item('recognition-1', 'recognition', {
    en: 'People here see what I contribute.',
    de: 'Man sieht hier, was ich beitrage.',
    fr: 'Ici, on voit ce que j’apporte.',
    es: 'Aquí se ve lo que aporto.',
  }),
  item('recognition-2', 'recognition', {
    en: 'When somebody here thanks me, it sounds sincere.',
    de: 'Wenn mir hier jemand dankt, klingt das für mich ehrlich.',
    fr: 'Quand on me remercie ici, cela me semble sincère.',
    es: 'Cuando aquí me dan las gracias, me suena sincero.',
  }),
  item('recognition-3', 'recognition', {
    en: 'When something works out because of me, I get the credit.',
    de: 'Wenn etwas durch meine Arbeit gelingt, wird das auch mir zugeschrieben.',
    fr: 'Quand quelque chose réussit grâce à moi, le mérite m’en revient.',
    es: 'Cuando algo sale bien gracias a mí, se me reconoce el mérito.',
  }),
  item('growth-1', 'growth', {
    en: 'My work here brings me closer to what I want to do in a few years.',
    de: 'Meine Arbeit hier bringt mich dem näher, was ich in ein paar Jahren machen möchte.',
    fr: 'Mon travail ici me rapproche de ce que je veux faire dans quelques années.',
    es: 'Mi trabajo aquí me acerca a lo que quiero hacer dentro de unos años.',
  }),
  item('growth-2', 'growth', {
    en: 'I can tell how I could move up to a bigger role here.',
    de: 'Ich weiß, wie ich hier zu einer größeren Aufgabe kommen könnte.',
    fr: 'Je sais comment je pourrais accéder ici à un poste plus important.',
    es: 'Sé cómo podría llegar aquí a un puesto de más responsabilidad.',
  }),
  item('growth-3', 'growth', {
    en: 'In the last few months I have become better at something that matters to me.',
    de: 'In den letzten Monaten bin ich in etwas besser geworden, das mir wichtig ist.',
    fr: 'Ces derniers mois, j’ai progressé dans un domaine qui compte pour moi.',
    es: 'En los últimos meses he mejorado en algo que me importa.',
  }),
  item('training-1', 'training', {
    en: 'When a task is new to me, I get help to learn it.',
    de: 'Wenn eine Aufgabe neu für mich ist, bekomme ich Hilfe beim Lernen.',
    fr: 'Quand une tâche est nouvelle pour moi, on m’aide à l’apprendre.',
    es: 'Cuando una tarea es nueva para mí, recibo ayuda para aprenderla.',
  }),
  item('training-2', 'training', {
    en: 'There is time for learning in my working week.',
    de: 'In meiner Arbeitswoche ist Zeit zum Lernen.',
    fr: 'Dans ma semaine de travail, il y a du temps pour apprendre.',
    es: 'En mi semana de trabajo hay tiempo para aprender.',
  }),
  item('training-3', 'training', {
    en: 'What I was taught in training here is useful in my daily work.',
    de: 'Was ich hier in Schulungen gelernt habe, nützt mir im Arbeitsalltag.',
    fr: 'Ce que j’ai appris ici en formation me sert au quotidien.',
    es: 'Lo que he aprendido aquí en los cursos me sirve en el día a día.',
  }),
  item('training-4', 'training', {
    en: 'My first weeks here were a good preparation for the job.',
    de: 'Meine ersten Wochen hier waren eine gute Vorbereitung auf die Arbeit.',
    fr: 'Mes premières semaines ici ont été une bonne préparation à mon travail.',
    es: 'Mis primeras semanas aquí fueron una buena preparación para el trabajo.',
  }),
];
