/** What released exits say, in Spanish. */
import type { ReleaseCopy } from './copy-release.ts';

export const spanishRelease: ReleaseCopy = {
  ready: (date) =>
    `Ya se puede leer lo que han dicho quienes se fueron: la publicación del ${date}.`,
  readyNote:
    'Todo se contó en conjunto: ninguna cifra trata de menos personas de las prometidas, ni de una sola.',
  open: 'Leer lo que dijeron',
  title: (part) => `Por qué se va la gente: ${part}`,
  basis: (date) =>
    `De las publicaciones de los últimos doce meses, la más reciente del ${date}. Cada persona cuenta donde trabajaba al irse.`,
  none: 'Todavía no hay nada publicado. Las salidas se cuentan en conjunto unas semanas después de cada periodo, cuando hay respuestas suficientes.',
  nothing: (part, floor) =>
    `Todavía no hay nada que leer sobre ${part}: solo se muestra lo que dijeron en conjunto al menos ${floor} personas que se fueron.`,
  notYours: 'Esa parte no te corresponde.',
  rules: (numbers, floor) =>
    `Las cifras necesitan ${numbers} respuestas, reunidas si hace falta en varias publicaciones. A partir de ${floor} solo hay palabras. Los porcentajes se redondean a 5 o 10 puntos, y el número de respuestas, hacia abajo.`,
  waits:
    'Lo que contestaron muy pocas personas sigue sellado y espera a otra publicación. No se dice si algo espera ni cuánto: revelaría quién participó.',
  why: 'Por qué se van',
  came: 'Cómo surgió',
  kept: 'Qué habría hecho que se quedaran',
  offers: 'Qué tenían las mejores ofertas',
  lookingBack: 'Mirando atrás',
  later: 'Dicho al irse, y dicho meses después',
  door: 'al irse',
  monthsLater: 'meses después',
  families: 'Por familia profesional',
  inWords: 'Con sus palabras',
  wordsRule: (answers, commenters) =>
    `Los textos se publican a partir de ${answers} respuestas y ${commenters} personas que escribieron, mezclados y sin nombres; solo llegan a Recursos Humanos.`,
  mostOften: (list) => `Lo más frecuente: ${list}.`,
  noneStandsOut: 'Ninguna respuesta destaca.',
  oftenBetter: (list) => `A menudo mejor que aquí: ${list}.`,
  noneBetter: 'Nada era mejor con la frecuencia suficiente para nombrarlo.',
  others: (percent) => `todas las demás: ${percent} cada una`,
  atLeast: (answers) => `de al menos ${answers} respuestas`,
  benchmark: (people, source) => `Las líneas más pálidas: ${people} (${source}).`,
  morePeople: 'Una parte más pequeña',
  valueTitle: (part) => `Qué retiene a la gente y qué la atrae fuera: ${part}`,
  valueIntro:
    'De quienes trabajan aquí y de quienes se fueron, siempre contados junto con otras personas.',
  drives: 'Qué mueve a la gente aquí',
  drivesNone: 'Ninguna encuesta tiene todavía una cifra de esta parte.',
  stays: 'Por qué se quedan',
  staysNone: 'Todavía no se ha preguntado a nadie, o han contestado muy pocas personas.',
  leaves: 'Por qué se van, y qué tenían las mejores ofertas',
  leavesNone: 'De las salidas de esta parte todavía no se puede mostrar nada.',
  exposure: 'Quién aceptaría una oferta así',
  exposureNone: 'La pregunta a quienes se quedan todavía no se ha hecho aquí.',
  exposureFew: (numbers) =>
    `Han contestado menos de ${numbers} personas, así que no se da ningún porcentaje.`,
  wouldGo: (would, perhaps, not) => `${would} sí, ${perhaps} quizás, ${not} más bien no`,
  exposed: (part, percent, from, to) =>
    `${part}: cerca del ${percent} dice que probablemente la aceptaría. Con tantas respuestas, puede estar entre ${from} y ${to}.`,
  turnover: 'Cuánta gente se va',
  rate: (percent, months) => `Rotación en ${months} meses: ${percent} de la plantilla.`,
  count: (leavers, months) => `Salidas en ${months} meses: ${leavers}.`,
  noRate: {
    'few-heads': 'Aquí trabaja muy poca gente para dar cifras de salidas.',
    'short-period':
      'Aquí aún no se registran las salidas desde hace un año; una tasa necesita 50 personas.',
    'few-leavers': 'Se ha ido muy poca gente para dar un número; una tasa necesita 50 personas.',
    'no-records': 'Aún no se registran las salidas durante un mes entero, así que no hay tasa.',
  },
  firstYear: (percent) => `De las personas contratadas, ${percent} se fueron en su primer año.`,
  regretted: (percent) =>
    `De quienes eligieron irse, Recursos Humanos habría conservado al ${percent}.`,
  tenure: 'Cuánto tiempo se queda la gente',
  stayed: (months) => `tras ${months} meses`,
  interval: (percent, from, to) => `${percent} siguen aquí (probablemente de ${from} a ${to})`,
  retentionRules:
    'Son registros de Recursos Humanos, no respuestas. Las tasas y los porcentajes se dan a partir de 50 personas.',
  report: 'Lo que dijeron al irse',
  value: 'Qué retiene a la gente',
  askMirror: 'Preguntar a quienes se quedan',
  askStay: 'Preguntar por qué se quedan',
  mirrorName: (part) => `¿Aceptarías una oferta así? ${part}`,
  stayName: (part) => `Por qué te quedas: ${part}`,
  planned: (name, when) => `Previsto: ${name}. Se pregunta una sola vez, desde el ${when}.`,
  plannedNote:
    'Las respuestas se sellan y se cuentan en conjunto como todas, y nadie tiene que participar. Se puede terminar en la página de campañas.',
  noMirror: (part) =>
    `Lo que dijeron quienes se fueron de ${part} no nombra todavía nada que tuvieran casi todas las mejores ofertas.`,
  askedLately: (part, days) =>
    `En ${part} ya se está preguntando esto, o se preguntó en los últimos ${days} días.`,
  tooFew: (part, floor) =>
    `En ${part} trabajan menos de ${floor} personas: sus respuestas nunca se podrían mostrar.`,
};
