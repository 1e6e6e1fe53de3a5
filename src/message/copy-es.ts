/** Spanish. */
import type { Copy } from './copy.ts';
import { spanishAdmin } from './copy-admin-es.ts';
import { spanishComments } from './copy-comments-es.ts';
import { spanishExit } from './copy-exit-es.ts';
import { spanishFigures } from './copy-figures-es.ts';
import { spanishHome } from './copy-home-es.ts';
import { spanishLeavers } from './copy-leavers-es.ts';
import { spanishLoop } from './copy-loop-es.ts';
import { spanishRelease } from './copy-release-es.ts';
import { spanishSignIn } from './copy-sign-in-es.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const spanish: Copy = {
  language: 'es',
  ...spanishHome,
  ...spanishAdmin,
  exit: spanishExit,
  figures: spanishFigures,
  leavers: spanishLeavers,
  release: spanishRelease,
  loop: spanishLoop,
  comments: spanishComments,
  signIn: spanishSignIn,
  asking: {
    greeting: (name, questions, until) =>
      `Hola, ${name}. Esta semana hay ${count(questions, 'pregunta breve, abierta', 'preguntas breves, abiertas')} hasta el ${until}.`,
    reminder: (name, until) =>
      `${name}, un pequeño recordatorio: las preguntas de esta semana están abiertas hasta el ${until}.`,
    answerAll: (questions) =>
      questions === 1 ? 'Responder con un comentario' : 'Responder a todas',
    promise: (others) =>
      `Tu respuesta se sella al instante y solo se cuenta junto con las de al menos ${others === 1 ? 'otra' : 'otras'} ${count(others, 'persona', 'personas')}.`,
    sealed: (until) => `Respuesta sellada hasta el ${until}. Gracias.`,
    sealedNote:
      'Hasta entonces nadie puede abrirla, ni siquiera este programa. Todavía puedes cambiarla.',
    answerRest: 'Responder al resto o cambiar',
    change: 'Cambiar mi respuesta',
    skip: 'Esta semana no',
    skipped: (until) =>
      `De acuerdo, esta semana no. Sin recordatorios. Todavía puedes responder hasta el ${until}.`,
    answerAfterAll: 'Responder de todos modos',
    privacy: '¿Hasta qué punto es anónimo?',
    closed: 'Esta ronda ha terminado. Gracias.',
    closedNote: 'Las respuestas se contaron juntas y los sobres se quemaron.',
    cancelled: 'Esta ronda se ha cancelado.',
    cancelledNote: 'No se contó nada; todos los sobres se destruyeron sin abrir.',
    formTitle: 'Preguntas de la semana',
    formIntro: (until) =>
      `Abierto hasta el ${until}. Deja sin responder lo que quieras: lo que dejes vacío conserva lo que sellaste antes. Las respuestas anteriores no se muestran nunca.`,
    submit: 'Sellar mis respuestas',
    cancel: 'Cancelar',
    scaleEnds: (low, high) => `0 significa «${low}», 10 significa «${high}».`,
    commentHint:
      'Opcional. Se quitan nombres, direcciones y enlaces, pero se puede reconocer tu forma de escribir.',
    readers: '¿Quién puede leer este comentario?',
    readerTeam: 'Quienes leen el resumen de mi equipo',
    readerHr: 'Solo Recursos Humanos',
  },
  refusal: {
    closed: (when) =>
      `Esta ronda se cerró el ${when}, así que esta respuesta no se aceptó. En la próxima ronda volverás a recibir preguntas.`,
    notAsked: 'En esta ronda no se te preguntó, así que no hay nada que responder.',
    noSuchRound: 'Esta ronda ya no existe.',
    offScale: 'Esa no es una de las opciones. Elige, por favor, una de las que se muestran.',
    chooseOne: 'Elige una sola opción, por favor.',
    tooLong: (bytes, limit) =>
      `Es demasiado largo: ${bytes - limit === 1 ? 'sobra' : 'sobran'} ${count(bytes - limit, 'carácter', 'caracteres')}. Acórtalo, por favor; no se ha sellado nada.`,
    nothingGiven: 'No había nada rellenado, así que no se ha sellado nada.',
    unknownCommand:
      'Solo entiendo unas pocas palabras; lo que has escrito no se ha guardado y no cuenta como respuesta. Escribe «ayuda» para verlas.',
    notAllowed: 'No te corresponde hacer esto. No se ha cambiado nada.',
  },
  chat: {
    stranger:
      'No te conozco aquí, así que no hay nada que responder. Si deberían preguntarte, avisa a quienes gestionan Soundings.',
    tooSlow: 'Ha tardado demasiado, así que no se ha abierto nada. Haz clic otra vez, por favor.',
    noWindow:
      'Esto abre una ventana, y eso solo es posible después de un clic. Escribe /soundings y las mismas palabras, por favor.',
    notStored:
      'No se ha podido guardar, así que nada ha cambiado. Inténtalo de nuevo dentro de un minuto, por favor.',
    sealing: 'Se está sellando. Tarda un poco más de lo habitual; puedes cerrar esta ventana.',
    done: 'Hecho.',
    close: 'Cerrar',
    onlyAlone:
      'Solo hablo con una persona a la vez. Escríbeme en un chat propio, por favor; de aquí no se ha tomado nada.',
    notUnderstood: 'Ya no conozco este botón. No se ha guardado nada.',
    greetingTitle: 'Hola, soy Soundings',
    greetingWhy: (organisation) =>
      `${organisation} me ha puesto aquí para hacer de vez en cuando unas preguntas cortas sobre el trabajo. Recibes este mensaje porque trabajas allí.`,
    greetingAnswers:
      'Cada respuesta se sella al instante y solo se cuenta junto con otras. Lo que se muestra no nombra a nadie, y a nadie se le dice si respondiste.',
    greetingStop:
      'No tienes que responder. Escribe «stop» y no se te preguntará más, «pausa» para unas semanas de descanso, o «ayuda» para ver todo lo que puedes escribir.',
  },
  command: {
    helpTitle: 'Lo que puedes escribir',
    help: [
      ['ahora', 'ver las preguntas abiertas'],
      ['saltar', 'esta semana no'],
      ['pausa', 'cuatro semanas sin preguntas («pausa 2» para dos)'],
      ['parar', 'sin preguntas hasta que escribas «seguir»'],
      ['seguir', 'volver a recibir preguntas'],
      ['hora 14:30', 'recibir las preguntas a otra hora del día'],
      ['silencio 2026-12-21 2027-01-03', 'pasar esos días sin que te moleste'],
      ['privacidad', 'hasta qué punto es anónimo, para ti, ahora'],
      ['idioma en', 'recibir los mensajes en otro idioma'],
    ],
    paused: (until) =>
      `En pausa. No recibirás preguntas antes del ${until}. No se le dice a nadie. Escribe «seguir» para terminar la pausa.`,
    stopped:
      'De acuerdo. No recibirás más preguntas hasta que escribas «seguir». No se le dice a nadie.',
    resumed: 'Hola de nuevo. Recibirás las preguntas de la próxima ronda.',
    language: (name) => `A partir de ahora te escribo en ${name}.`,
    languages: (list) =>
      `Puedo escribir en estos idiomas: ${list}. Escribe, por ejemplo, «idioma en».`,
    nothingOpen: 'Ahora mismo no hay nada abierto para ti.',
    skippedNothing: 'No hay nada abierto que puedas saltar.',
    hour: (time) =>
      `A partir de la próxima ronda recibirás las preguntas a las ${time}, en tu hora local.`,
    hourUnknown: 'Indica, por favor, una hora de 7:00 a 19:59, por ejemplo «hora 14:30».',
    quiet: (from, to) =>
      from === to
        ? `El ${from} no te molestaré. No se le dice a nadie.`
        : `Del ${from} al ${to} no te molestaré. No se le dice a nadie.`,
    quietUnknown:
      'Indica, por favor, el primer y el último día, por ejemplo «silencio 2026-12-21 2027-01-03».',
    pauseTooLong: (most) =>
      `Indica, por favor, un número de semanas de 1 a ${most}, por ejemplo «pausa 2».`,
  },
  privacy: {
    title: 'Hasta qué punto es anónimo para ti, ahora',
    seal: 'En cuanto haces clic, tu respuesta entra en un sobre sellado. El sobre no se puede abrir hasta que termina la ronda; entonces se abren todos juntos, se cuentan sin nombres y se queman con la clave.',
    unit: (unit, people, floor) =>
      `Tus respuestas cuentan en ${unit}, que tiene ${count(people, 'integrante', 'integrantes')}. Para una cifra hacen falta al menos ${floor} respuestas.`,
    smallUnit: (unit, above) =>
      `Si en ${unit} hay menos, se cuentan junto con las de ${above} y no se muestran para ${unit}.`,
    ownTeam: (unit, above) =>
      `Diriges ${unit}, así que tus propias respuestas cuentan en ${above}: nunca en lo que lees sobre tu equipo.`,
    reader: (unit, manager) => `${manager} lee el resumen de ${unit}.`,
    noReader: (unit) => `Nadie lee un resumen de ${unit}.`,
    hr: 'Recursos Humanos lee el resumen de toda la organización.',
    comments: (answers, commenters) =>
      `Los comentarios se muestran mezclados y sin nombres, y solo a partir de ${answers} respuestas y de ${commenters} personas que hayan escrito uno.`,
    notPromised:
      'Lo que no se promete: quien controle el programa en marcha o la propia plataforma de chat puede ver los clics en el momento en que se hacen, y se puede reconocer tu forma de escribir.',
  },
  digest: {
    title: (unit, date) => `${unit}, semana del ${date}`,
    summary: (unit) => `Lo que dice ${unit} esta semana`,
    clear: (driver, direction, since) =>
      `${driver}: claramente ${direction === 'up' ? 'mejor' : 'peor'} que el ${since}.`,
    changed: (direction, since) =>
      `Claramente ${direction === 'up' ? 'mejor' : 'peor'} que el ${since}.`,
    noChange: 'Sin cambios claros.',
    noChangeSince: (since) => `Sin cambios claros desde el ${since}.`,
    restarted: (since) =>
      `El equipo ha cambiado desde el ${since}; la comparación empieza de nuevo.`,
    first: 'Todavía no hay con qué comparar.',
    levels: { low: 'bajo', mixed: 'intermedio', good: 'bueno' },
    best: (driver, level) => `Lo más fuerte: ${driver} (${level}).`,
    weakest: (driver, level) => `Lo más débil: ${driver} (${level}).`,
    allAlike: (level) => `En todo lo que se preguntó, el resultado es ${level}.`,
    tooFew: (unit) =>
      `Esta semana hay demasiado pocas respuestas para mostrar cifras propias de ${unit}.`,
    insteadOf: (unit, above) =>
      `Hubo demasiado pocas respuestas para una cifra propia de ${unit}, así que esta es la de ${above}.`,
    nothing: (unit) =>
      `Hubo demasiado pocas respuestas para mostrar algo de ${unit} o de las unidades superiores.`,
    driverIs: (driver, level) => `${driver}: el resultado es ${level}.`,
    band: {
      'under 40': 'bajo: menos del 40 % de respuestas favorables',
      '40-59': 'intermedio: del 40 al 59 % de respuestas favorables',
      '60 or more': 'bueno: al menos el 60 % de respuestas favorables',
    },
    distribution: (favourable, neutral, unfavourable) =>
      `${favourable} de respuestas favorables, ${neutral} neutrales, ${unfavourable} desfavorables`,
    legend: ['desfavorable', 'neutral', 'favorable'],
    mean: (value) => `media: ${value} sobre 5`,
    recommend: (score) => `índice de recomendación: ${score}`,
    orMore: (value) => `al menos ${value}`,
    orLess: (value) => `como mucho ${value}`,
    participation: {
      'under half': 'Respondió menos de la mitad de las personas consultadas.',
      'half to three quarters':
        'Respondieron entre la mitad y tres cuartas partes de las personas consultadas.',
      'over three quarters': 'Respondieron más de tres cuartas partes de las personas consultadas.',
    },
    comments: (unit) => `Comentarios de ${unit}, mezclados`,
    uncounted: (ballots) =>
      ballots === 0
        ? 'Cada respuesta encontró un grupo lo bastante grande para contarse.'
        : `${count(ballots, 'respuesta no estaba', 'respuestas no estaban')} en ningún grupo lo bastante grande y se ${ballots === 1 ? 'quemó' : 'quemaron'} sin contar.`,
    footnote: (floor) =>
      `Las cifras necesitan al menos ${floor} respuestas y se redondean, para que no se pueda reconocer a nadie en ellas.`,
    against: {
      higher: (above) => `Más alto que en ${above}.`,
      alike: (above) => `Más o menos como en ${above}.`,
      lower: (above) => `Más bajo que en ${above}.`,
    },
    suggestion: (driver, action) => `Una propuesta (${driver}): ${action}`,
    suggestionKeep: (driver, action) =>
      `En todo lo que se preguntó, el resultado es bueno. Una propuesta para que siga así (${driver}): ${action}`,
    willDo: 'Lo vamos a hacer',
    notNow: 'Ahora no',
    changeMind: 'Cambiar de opinión',
    willDoThis: (action) => `Decidido, se hará: ${action} El próximo resumen volverá sobre ello.`,
    notNowThis: (action) => `Entonces, ahora no: ${action}`,
    decided: (date, action) => `Decidido el ${date}: ${action}`,
    putOff: (date, action) => `Aplazado el ${date}: ${action}`,
    today: (driver, level) => `Hoy el resultado es ${level} (${driver}).`,
    details: 'Todos los detalles',
    detailsOf: (unit) => `Todo lo que se dice de ${unit}`,
    nextPage: (page, pages) => `Seguir (página ${page} de ${pages})`,
    moreQuestions: (n) => `En los detalles: ${count(n, 'pregunta más', 'preguntas más')}.`,
    moreUnits: (n) => `En los detalles: ${count(n, 'unidad más', 'unidades más')}.`,
    allComments: (n) => `Los ${n} comentarios están todos en los detalles.`,
    benchmark: (people, percent, source) =>
      `${people}: ${percent} de respuestas favorables (${source}).`,
    earlierFigures: (list) => `Ya comunicado: ${list}.`,
    noDigest: 'Ese resumen no existe o ya no está aquí. No se ha cambiado nada.',
  },
};
