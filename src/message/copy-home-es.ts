/** Spanish: home page, settings, preview. */
import type { Copy } from './copy.ts';

const people = (n: number) => `${n} ${n === 1 ? 'persona' : 'personas'}`;

export const spanishHome: Pick<Copy, 'home' | 'settings' | 'preview'> = {
  home: {
    title: 'Tu página',
    openNow: 'Abierto ahora',
    open: (name, until) =>
      `${name} está abierta hasta el ${until}. Puedes responder o cambiar lo que sellaste.`,
    answer: 'Responder o cambiar',
    promise:
      'Tus respuestas se sellan en cuanto haces clic y solo se cuentan junto con las de otras personas.',
    preview: '¿Qué verá mi responsable?',
    schedule: 'Cuándo recibes preguntas',
    hour: (time) => `Recibes las preguntas a las ${time}, en tu hora local.`,
    hours: (from, to) => `Recibes las preguntas entre las ${from} y las ${to}, en tu hora local.`,
    next: (name, when) => `La próxima ronda para ti: ${name}, desde el ${when}.`,
    noNext: 'No hay más rondas previstas para ti.',
    quietDay: (day) => `El ${day} no te molesto.`,
    quiet: (from, to) => `Del ${from} al ${to} no te molesto.`,
    paused: (until) => `En pausa: sin preguntas antes del ${until}. No se le dice a nadie.`,
    stopped: 'Detenido: sin preguntas hasta que quieras seguir. No se le dice a nadie.',
    language: (name) => `Te escribo en ${name}.`,
    place: (places) => `Te escribo aquí: ${places}.`,
    noPlace: 'Te escribo en la página web de Soundings.',
    settings: 'Ajustes',
    pause: 'Pausa de cuatro semanas',
    resume: 'Volver a preguntarme',
    stop: 'No preguntarme más',
    digests: 'Tus resúmenes',
    details: 'Leerlo entero',
    hr: 'Para Recursos Humanos',
    admin: 'Campañas y rondas',
    stranger:
      'No figuras en la lista de personas, así que no recibes preguntas. Recursos Humanos o quien gestione Soundings puede añadirte.',
  },
  settings: {
    title: 'Tus ajustes',
    intro: 'Solo tú los ves. Valen para todas las campañas, desde la próxima ronda.',
    hour: '¿A qué hora de tu día puedo preguntarte?',
    usual: (time) => `A la hora habitual (${time})`,
    quietFrom: 'No me molestes desde el',
    quietTo: 'hasta este día incluido',
    quietHint: 'Un día como 2026-12-21. Deja ambos vacíos si no quieres días de silencio.',
    language: 'Idioma',
    platform: '¿Dónde puedo escribirte?',
    submit: 'Guardar',
    saved: 'Guardado. No se le dice a nadie.',
    notOffered: 'Elige, por favor, una de las opciones que se muestran.',
    dayUnknown: 'Escribe, por favor, un día como 2026-12-21.',
    firstMissing: 'Indica también el primer día, por favor.',
    order: 'El último día es anterior al primero.',
    past: 'Esos días ya han pasado.',
  },
  preview: {
    title: '¿Qué verá mi responsable?',
    counts: (unit, n) => `Cuentas en ${unit}: allí pueden recibir preguntas ${people(n)}.`,
    reader: (manager, unit, floor) =>
      `${manager} lee el resumen de ${unit} y solo ve una cifra si responden al menos ${floor} personas. Nadie ve quién ha respondido.`,
    noReader: (unit, floor) =>
      `Nadie lee un resumen de ${unit}. Para una cifra hacen falta al menos ${floor} respuestas. Nadie ve quién ha respondido.`,
    own: (unit, answers, n, kind) =>
      `Si responden tres cuartas partes (${answers} de ${n}), ${unit} tiene cifra propia: ${kind}.`,
    up: (unit, answers, n, above) =>
      `Si responden tres cuartas partes (${answers} de ${n}), son pocas respuestas solo para ${unit}. Entonces las tuyas se cuentan junto con las de ${above}.`,
    smallest: (above, kind) => `La cifra más pequeña que las contiene es la de ${above}: ${kind}.`,
    nowhere: (unit, answers, n) =>
      `Si responden tres cuartas partes (${answers} de ${n}), son pocas respuestas para ${unit} y para todos los niveles superiores. No se muestra nada de ellas.`,
    kinds: {
      band: 'una palabra de tres, bajo, intermedio o bueno',
      distribution: 'las partes favorable, neutral y desfavorable, redondeadas a 5 puntos',
      'distribution-tens': 'las partes favorable, neutral y desfavorable, redondeadas a 10 puntos',
      options: 'la parte de cada opción, redondeada a 5 puntos',
      'options-tens': 'la parte de cada opción, redondeada a 10 puntos',
    },
    notAsked: 'Ahora mismo ninguna campaña te pregunta, así que nadie ve nada de ti.',
    example: 'Un ejemplo',
    invented:
      'Todas las cifras de aquí abajo son inventadas. Muestran cómo es un resumen de este tipo.',
    inventedEnd: 'Fin del ejemplo. Sus cifras eran inventadas.',
    teams: (name, own, teams) =>
      `${name}: si en todas partes responden tres cuartas partes, ${own} de ${teams} unidades con alguien que lee su resumen tienen cifra propia.`,
    unitOwn: (unit, n, kind) => `${unit}, ${people(n)}: ${kind}.`,
    unitUp: (unit, n, above) => `${unit}, ${people(n)}: pocas, en su lugar la cifra de ${above}.`,
    unitNothing: (unit, n) => `${unit}, ${people(n)}: nada, pocas en todas partes.`,
    more: (units) => `Y ${units} unidades más.`,
  },
};
