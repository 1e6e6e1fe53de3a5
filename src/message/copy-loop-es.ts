/** What follows from a digest, in Spanish. */
import type { LoopCopy } from './copy-loop.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const spanishLoop: LoopCopy = {
  tell: 'Contárselo al equipo',
  answer: (n) => `Responder al comentario ${n} a todo el equipo`,
  answerHr: (n) => `Responder al comentario ${n} en Recursos Humanos`,
  answered: (date) => `Respondido el ${date}.`,
  form: {
    tellTitle: 'Lo dijisteis, lo hicimos',
    tellIntro: (unit) =>
      `Todas las personas de ${unit} lo leerán una vez, con tu nombre. Cambia las palabras como quieras; es mejor no decir de las respuestas más de lo que dice el resumen.`,
    answerTitle: 'Responder a un comentario',
    answerIntro: (unit, comment) =>
      `Todas las personas de ${unit} leerán el comentario con tu respuesta, con tu nombre. Responde a lo que dice, no a quien quizá lo escribió. El comentario: ${comment}`,
    answerHrIntro: (comment) =>
      `Este comentario era solo para Recursos Humanos, así que solo Recursos Humanos leerá tu respuesta, con tu nombre. El comentario: ${comment}`,
    text: 'Lo que van a leer',
    hint: 'Palabras sencillas. Una vez enviado, no se puede cambiar.',
    submit: 'Enviar',
    draft: (said, action) => `Habéis dicho: ${said} Lo que hacemos al respecto: ${action}`,
    empty: 'Escribe algo, por favor; no se ha enviado nada.',
    tooLong: (bytes) => `Es demasiado largo por ${bytes} caracteres. Acórtalo, por favor.`,
  },
  posted: (unit) =>
    `Gracias. Las personas de ${unit} lo leerán a una buena hora de su día, salvo que no quieran mensajes.`,
  postedHr: 'Gracias. Recursos Humanos lo leerá a una buena hora de su día.',
  already: (date) => `Ya lo escribiste el ${date}. No se ha enviado nada por segunda vez.`,
  notDecided: 'No has decidido hacerlo, así que todavía no hay nada que contar.',
  noComment: 'Este comentario ya no está. No se ha enviado nada.',
  notYours: 'Ya no diriges esta parte, así que no puedes escribirle. No se ha enviado nada.',
  done: (unit) => `${unit}: lo dijisteis, lo hicimos`,
  about: (unit) => `Sobre un comentario de ${unit}`,
  aboutHr: 'Sobre un comentario para Recursos Humanos',
  wrote: (name, unit, date) =>
    `${name} escribe esto a todas las personas de ${unit}, tras las preguntas del ${date}.`,
  wroteHr: (name, date) =>
    `${name} escribe esto solo a Recursos Humanos, tras las preguntas del ${date}.`,
  promise:
    'Nadie sabe quién dijo qué, tampoco quien escribe esto: las respuestas solo se cuentan juntas, y los comentarios se muestran mezclados y sin nombres.',
  week: {
    title: 'Junto a las cifras, para Recursos Humanos',
    withheld: (units, all, floor) =>
      `Retenido: ${units} de ${count(all, 'unidad', 'unidades')} con resumen, sin cifra propia sobre algo que se preguntó. Por debajo de ${floor} respuestas no se muestra nada.`,
    allOwn: 'Retenido: nada. Cada unidad con resumen tiene cifras propias.',
    acted: (percent, suggested, weeks) =>
      `Propuestas: los responsables aceptaron el ${percent} de ${count(suggested, 'propuesta', 'propuestas')} de las últimas ${weeks} semanas.`,
    others: (notNow, open) => `Aplazadas: ${notNow}. Sin decidir: ${open}.`,
    unreachable: (people) =>
      `No se puede escribir por chat a ${count(people, 'persona', 'personas')}, participen o no.`,
    noAccount: (names) => `Sin cuenta allí: ${names}.`,
    moreNames: (n) => `${n} más`,
    exits: (announced, ahead) =>
      `Salidas anunciadas desde que se abrió la ronda: ${announced}. Últimos días por llegar: ${ahead}.`,
    release: 'Hay una nueva publicación de lo que dicen quienes se van.',
    mirrorOpen: (name, until) => `Se pregunta hasta ${until}: ${name}`,
    mirrorDone: (name) => `Respondido por quienes se quedan: ${name}`,
  },
};
