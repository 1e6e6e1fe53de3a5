/** What a leaver reads, in Spanish. */
import type { ExitCopy } from './copy-exit.ts';

const months = (n: number) => `${n} ${n === 1 ? 'mes' : 'meses'}`;

export const spanishExit: ExitCopy = {
  hello: (name, lastDay) =>
    `${name}, tu último día aquí es el ${lastDay}. Antes de que te vayas: ¿nos cuentas con sinceridad por qué, y qué podría ser mejor aquí?`,
  reminder: (name, lastDay) =>
    `${name}, un pequeño recordatorio antes de tu último día, el ${lastDay}: te esperan unas pocas preguntas, si quieres. No te lo recordaré otra vez.`,
  ask: 'Unas diez preguntas, cinco minutos. Deja fuera lo que quieras, para y sigue más tarde, y cambia todo hasta que termines.',
  choose: 'Primero decides quién lee tus respuestas:',
  pooledMeans: (floor, releasedOn) =>
    `En conjunto: tus respuestas se sellan y solo se cuentan junto con las de otras personas que se van. Para una cifra hacen falta al menos ${floor}, y antes del ${releasedOn} no se muestra nada.`,
  pooledWords: (answers, writers) =>
    `Lo que escribes con tus palabras lo lee entonces solo Recursos Humanos, mezclado con otros textos y sin nombres, y solo a partir de ${answers} respuestas y ${writers} personas que hayan escrito algo. Tu forma de escribir puede reconocerse.`,
  pooledWaits:
    'Si se van muy pocas personas a la vez, los sobres siguen sellados y esperan a la publicación siguiente.',
  namedMeans: (n) =>
    `Con tu nombre: solo Recursos Humanos lee tus respuestas, con tu nombre, y cada lectura queda registrada. Nunca se las muestro a tu responsable. Se borran ${months(n)} después de tu último día. Eso es confidencial, no anónimo.`,
  stricterOnly: (releasedOn) =>
    `Lo que lleva tu nombre todavía puede contarse en conjunto hasta el ${releasedOn}. Al revés no se puede nunca.`,
  ratherNot: '¿Prefieres no responder? Basta un toque. Es definitivo, y nadie pregunta por qué.',
  pooled: 'En conjunto',
  named: 'A Recursos Humanos con mi nombre',
  decline: 'Prefiero que no',
  privacy: '¿Quién lee qué exactamente?',
  begun: 'Gracias por contárnoslo. Puedes parar cuando quieras y seguir desde aquí.',
  openPooled: (lastDay) =>
    `Has elegido en conjunto. Hasta el final del ${lastDay} tu borrador se guarda cifrado y nadie lo lee. Después se sella tal como está, salvo que lo borres.`,
  openNamed: (lastDay) =>
    `Has elegido a Recursos Humanos con tu nombre. Hasta el final del ${lastDay} tu borrador se guarda cifrado y nadie lo lee. Después Recursos Humanos lo recibe tal como está, salvo que lo borres.`,
  goOn: 'Seguir',
  stricter: 'Contarlo en conjunto',
  erase: 'Borrar todo',
  thanks: (name) => `Gracias, ${name}. Eso era todo, y nos ayuda. Te deseamos lo mejor.`,
  donePooled: (releasedOn) =>
    `Tus respuestas están selladas. Se cuentan junto con las de otras personas, y antes del ${releasedOn} no se muestra nada.`,
  doneNamed: (n, releasedOn) =>
    `Recursos Humanos ya puede leer tus respuestas, con tu nombre. Se borran ${months(n)} después de tu último día. Hasta el ${releasedOn} todavía puedes hacer que se cuenten en conjunto.`,
  ownCopy: 'Una copia de mis respuestas',
  linkWhy: (opensOn, until) =>
    `Con algo de distancia las cosas pueden verse de otra manera. Del ${opensOn} al ${until} te esperan unas preguntas breves en una página que no pide ninguna cuenta.`,
  linkKeep:
    'El enlace es solo tuyo y sirve una vez. Guárdalo donde todavía puedas encontrarlo entonces.',
  link: 'Mi enlace para más adelante',
  declined:
    'Entonces no hay entrevista. No se guarda nada de ella, y no volveré a preguntar. Te deseamos lo mejor.',
  madePooled:
    'Hecho: ahora se cuenta en conjunto, y así se queda. Recursos Humanos no lo recibe con tu nombre.',
  formTitle: 'Antes de irte',
  part: (part, of) => `Parte ${part} de ${of}.`,
  leaveEmpty: 'Deja vacío lo que quieras.',
  changing: 'Lo que dejes vacío aquí queda como estaba. Si lo dejas fuera, se retira.',
  most: (most) => `${most} como máximo.`,
  wordsPooled:
    'Opcional. Solo lo lee Recursos Humanos, mezclado con otros textos y sin nombres, pero tu forma de escribir puede reconocerse.',
  wordsNamed: 'Opcional. Recursos Humanos lo lee tal como lo escribes.',
  next: 'Siguiente',
  stop: 'Parar por ahora',
  back: 'Volver',
  leaveOut: 'Dejarlo fuera',
  tooLong: (over) => `Es demasiado largo, por ${over} caracteres. Acórtalo, por favor.`,
  givenAlready: 'Ya lo has nombrado como motivo principal. Elige otra cosa, por favor.',
  notAsked: 'Esto ya no se pregunta aquí. No se ha cambiado nada.',
  overview: 'Eso era todo',
  overviewIntro:
    'Nada es definitivo hasta que termines. Lo que has respondido se guarda cifrado y no se muestra aquí.',
  answered: (question) => `${question} – respondida`,
  leftOut: (question) => `${question} – dejada fuera`,
  answeredOf: (heading, answered, of) => `${heading} … – ${answered} de ${of} respondidas`,
  change: (number) => `Cambiar ${number}`,
  finishPooled: 'Sellar y terminar',
  finishNamed: 'Dárselo a Recursos Humanos y terminar',
  eraseSure: '¿Borrar todo?',
  eraseMeans:
    'Todo lo que has respondido se destruye, y la entrevista termina. No se puede deshacer.',
  contacts: 'A quién puedes acudir',
  contactsIntro:
    'Lo que acabas de elegir no se guarda ni llega a nadie. Si se debería investigar, acude tú a alguien, cuando quieras.',
  noContacts:
    'Tu empresa tiene que investigar estos hechos. Puedes acudir a Recursos Humanos, a un responsable de confianza o al comité de empresa, si lo hay.',
  outside:
    'Fuera de la empresa pueden asesorarte un sindicato, un abogado o una abogada laboralista, o el organismo público de trabajo o de igualdad, también después de tu último día. Si corres peligro, llama al número de emergencias.',
  copyTitle: 'Tus respuestas',
  copyIntro: 'Esto es lo que Recursos Humanos puede leer. Solo se te muestra a ti.',
  privacyTitle: 'Quién lee qué',
  draftMeans: (lastDay) =>
    `Hasta que termines se guarda un borrador, cifrado con una clave que está fuera de la base de datos. Al final del ${lastDay} se sella o se da a Recursos Humanos, según hayas elegido. Si lo borras, la clave se destruye.`,
  notTold:
    'Ningún informe dice quién ha participado. Recursos Humanos solo lo ve si eliges responder con tu nombre; tu responsable no lo ve nunca.',
  none: 'Ahora mismo no hay ninguna entrevista de salida para ti. No se ha cambiado nada.',
  over: (lastDay) =>
    `Tu último día fue el ${lastDay}, así que esta entrevista ha terminado. Gracias.`,
  declinedAlready:
    'Dijiste que preferías no responder, y así se queda. No se guarda nada, y todo está bien.',
  endedAlready: 'Ya has terminado esta entrevista. Gracias.',
  released: 'Esta publicación está cerrada, así que ya no se puede cambiar nada. Gracias.',
  neverLooser:
    'Elegiste que se contara en conjunto, y así se queda: nadie puede añadir tu nombre, tampoco tú.',
  pooledAlready: 'Ya se cuenta en conjunto.',
  notNamed:
    'Solo hay copia de lo que llegó a Recursos Humanos con tu nombre. Lo que se cuenta en conjunto no puede abrirlo nadie.',
  later: {
    title: 'Unos meses después',
    notYet: (opensOn, until) =>
      `Llegas pronto. Esta página se abre el ${opensOn} y sigue abierta hasta el ${until}. Tu enlace sirve hasta entonces, así que guárdalo.`,
    over: 'Este enlace ha caducado, así que aquí ya no hay nada que responder. Te deseamos lo mejor.',
    used: 'Este enlace ya se ha usado. Tu entrevista está terminada, gracias.',
    unknown: 'Este enlace no vale. Mira, por favor, si se copió entero.',
    withdrawn: 'Esta entrevista se retiró, así que aquí no hay nada que responder.',
    intro: (organisation) =>
      `Hace unos meses dejaste ${organisation}. Con algo de distancia, ¿cómo lo ves hoy?`,
    short: 'Tres minutos, ninguna cuenta. Deja fuera lo que quieras.',
    pooledMeans: (floor, releasedOn) =>
      `En conjunto: tus respuestas se sellan y solo se cuentan cuando son al menos ${floor} las personas que se han ido. Antes del ${releasedOn} no se muestra nada, y lo que escribes con tus palabras solo lo lee Recursos Humanos, mezclado y sin nombres.`,
    draftMeans: (until) =>
      `Puedes parar y volver con el mismo enlace. Hasta el ${until} tu borrador se guarda cifrado; después termina como hayas elegido.`,
    access: '¿Quién puede leer tus respuestas esta vez?',
    accessHint: 'Al irte respondiste con tu nombre. Puedes elegir de nuevo.',
    accessMissing: 'Elige una de las dos, por favor.',
    pooled: 'Nadie con mi nombre: en conjunto con otras personas que se fueron',
    named: (n) => `Recursos Humanos, con mi nombre, hasta ${months(n)} después de mi último día`,
    end: 'Eso era todo',
    endIntro: 'Nada es definitivo hasta que termines.',
    endChoice: '¿Quieres cambiar algo antes?',
    endHint: 'Déjalo vacío para terminar.',
    erase: 'Borrar todo en su lugar',
    thanks: 'Gracias. Te deseamos lo mejor.',
    sealed: (releasedOn) =>
      `Tus respuestas están selladas. Se cuentan junto con las de otras personas, y antes del ${releasedOn} no se muestra nada.`,
    given: 'Recursos Humanos ya puede leer tus respuestas, con tu nombre.',
    erased: 'Todo lo que respondiste aquí se ha borrado, y nadie volverá a preguntar.',
  },
};
