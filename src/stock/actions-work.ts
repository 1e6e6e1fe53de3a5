/** Actions about the work itself and what it brings: role, recognition, growth, training, pay, workload, flexibility. */

/** A type alias, not an interface: so that it passes as a LocalisedText and no language is forgotten. */
type InFourLanguages = Readonly<Record<'en' | 'de' | 'fr' | 'es', string>>;

/** `id` begins with the driver's. */
export function action(driver: string, name: string, text: InFourLanguages) {
  return { id: `${driver}-${name}`, driver, text };
}

export const WORK_ACTIONS = [
  action('role', 'why', {
    en: 'Take one task that looks pointless and say in the next team meeting whom it helps, or drop it.',
    de: 'Eine Aufgabe, die sinnlos wirkt, im nächsten Teamtreffen ansprechen: sagen, wem sie hilft, oder sie streichen.',
    fr: 'Prendre une tâche qui semble inutile et dire à la prochaine réunion d’équipe à qui elle sert, ou la supprimer.',
    es: 'Elegir una tarea que parezca inútil y decir en la próxima reunión de equipo a quién ayuda, o eliminarla.',
  }),
  action('role', 'three', {
    en: 'Write down the three things that matter most this week, and name one that can wait.',
    de: 'Die drei wichtigsten Dinge dieser Woche aufschreiben und eines nennen, das warten kann.',
    fr: 'Écrire les trois choses les plus importantes de la semaine, et en nommer une qui peut attendre.',
    es: 'Escribir las tres cosas más importantes de esta semana y nombrar una que puede esperar.',
  }),
  action('role', 'decide', {
    en: 'Agree with each person on one decision that they may take without asking.',
    de: 'Mit allen im Team je eine Entscheidung vereinbaren, die ohne Rückfrage getroffen werden darf.',
    fr: 'Convenir avec chaque personne d’une décision qu’elle peut prendre sans demander.',
    es: 'Acordar con cada persona una decisión que pueda tomar sin preguntar.',
  }),
  action('recognition', 'thank', {
    en: 'Thank each person this week for one particular thing, and say what it made possible.',
    de: 'Diese Woche allen im Team für etwas Bestimmtes danken und sagen, was dadurch möglich wurde.',
    fr: 'Cette semaine, remercier chaque personne pour une chose précise, et dire ce qu’elle a rendu possible.',
    es: 'Dar las gracias esta semana a cada persona por algo concreto y decir qué hizo posible.',
  }),
  action('recognition', 'names', {
    en: 'When results are shown to those above, name the people who did the work.',
    de: 'Beim Vorstellen von Ergebnissen nach oben nennen, wer die Arbeit gemacht hat.',
    fr: 'En présentant des résultats à la direction, nommer les personnes qui ont fait le travail.',
    es: 'Al presentar resultados a la dirección, nombrar a quienes hicieron el trabajo.',
  }),
  action('recognition', 'unseen', {
    en: 'Begin the next team meeting with work that nobody sees: who kept something running?',
    de: 'Das nächste Teamtreffen mit der Arbeit beginnen, die sonst niemand sieht: Wer hat etwas am Laufen gehalten?',
    fr: 'Commencer la prochaine réunion d’équipe par le travail qui passe inaperçu : qui a fait tourner quelque chose ?',
    es: 'Empezar la próxima reunión de equipo con el trabajo que no se ve: ¿quién mantuvo algo en marcha?',
  }),
  action('growth', 'talk', {
    en: 'Ask each person what they would like to be doing in two years, and only listen.',
    de: 'Alle im Team fragen, was sie in zwei Jahren gern tun würden, und nur zuhören.',
    fr: 'Demander à chaque personne ce qu’elle aimerait faire dans deux ans, et se contenter d’écouter.',
    es: 'Preguntar a cada persona qué le gustaría hacer dentro de dos años y limitarse a escuchar.',
  }),
  action('growth', 'task', {
    en: 'Hand over one task that somebody would like to learn, with time for questions.',
    de: 'Eine Aufgabe abgeben, die jemand gern lernen möchte, mit Zeit für Fragen.',
    fr: 'Confier une tâche à quelqu’un qui aimerait l’apprendre, avec du temps pour les questions.',
    es: 'Ceder una tarea a alguien que quiera aprenderla, con tiempo para preguntas.',
  }),
  action('growth', 'roles', {
    en: 'Find out which roles are open in the company, and tell the team.',
    de: 'Herausfinden, welche Stellen im Unternehmen offen sind, und es dem Team sagen.',
    fr: 'Se renseigner sur les postes ouverts dans l’entreprise, et en parler à l’équipe.',
    es: 'Averiguar qué puestos están abiertos en la empresa y contarlo al equipo.',
  }),
  action('training', 'hour', {
    en: 'Put one hour for learning into the team’s week, and keep meetings out of it.',
    de: 'Eine Stunde zum Lernen in die Woche des Teams legen und sie von Terminen frei halten.',
    fr: 'Réserver une heure pour apprendre dans la semaine de l’équipe, et la garder libre de réunions.',
    es: 'Reservar una hora para aprender en la semana del equipo y mantenerla libre de reuniones.',
  }),
  action('training', 'pair', {
    en: 'Let two people do one task together, so that one of them can show it to the other.',
    de: 'Zwei Leute eine Aufgabe gemeinsam machen lassen, damit sie einander etwas zeigen können.',
    fr: 'Faire faire une tâche à deux, pour que l’un puisse la montrer à l’autre.',
    es: 'Dejar que dos personas hagan una tarea juntas, para que una se la enseñe a la otra.',
  }),
  action('training', 'first-day', {
    en: 'Collect with the team what a newcomer needs to know in the first week, on one page.',
    de: 'Mit dem Team auf einer Seite sammeln, was neue Leute in der ersten Woche wissen müssen.',
    fr: 'Réunir avec l’équipe, sur une page, ce qu’il faut savoir la première semaine en arrivant.',
    es: 'Reunir con el equipo, en una página, lo que hay que saber la primera semana al llegar.',
  }),
  action('pay', 'explain', {
    en: 'Ask HR how pay is set here, and explain it to the team in five sentences.',
    de: 'Bei der Personalabteilung fragen, wie Gehälter hier entstehen, und es dem Team in fünf Sätzen erklären.',
    fr: 'Demander aux RH comment les salaires sont fixés ici, et l’expliquer à l’équipe en cinq phrases.',
    es: 'Preguntar a Recursos Humanos cómo se fijan aquí los sueldos y explicarlo al equipo en cinco frases.',
  }),
  action('pay', 'benefits', {
    en: 'List the benefits that there are, and ask the team which of them were news.',
    de: 'Die vorhandenen Zusatzleistungen auflisten und das Team fragen, welche davon neu waren.',
    fr: 'Faire la liste des avantages existants, et demander à l’équipe lesquels elle découvre.',
    es: 'Hacer una lista de los beneficios que hay y preguntar al equipo cuáles no conocía.',
  }),
  action('pay', 'when', {
    en: 'Say when pay is looked at next, and what counts in it.',
    de: 'Sagen, wann die Gehälter das nächste Mal angesehen werden und was dabei zählt.',
    fr: 'Dire quand les salaires seront revus la prochaine fois, et ce qui compte alors.',
    es: 'Decir cuándo se revisarán los sueldos la próxima vez y qué cuenta en ello.',
  }),
  action('workload', 'drop', {
    en: 'Choose with the team one thing that will not be done this month.',
    de: 'Mit dem Team eine Sache auswählen, die diesen Monat nicht gemacht wird.',
    fr: 'Choisir avec l’équipe une chose qui ne sera pas faite ce mois-ci.',
    es: 'Elegir con el equipo una cosa que no se hará este mes.',
  }),
  action('workload', 'meetings', {
    en: 'Cancel one regular meeting for four weeks, or make it half as long.',
    de: 'Ein regelmäßiges Treffen vier Wochen lang absagen oder halbieren.',
    fr: 'Annuler une réunion régulière pendant quatre semaines, ou la raccourcir de moitié.',
    es: 'Cancelar una reunión habitual durante cuatro semanas, o dejarla en la mitad.',
  }),
  action('workload', 'obstacle', {
    en: 'Ask what costs the most time for the least use, and take one such thing away.',
    de: 'Fragen, was am meisten Zeit für den geringsten Nutzen kostet, und eines davon abschaffen.',
    fr: 'Demander ce qui prend le plus de temps pour le moins d’utilité, et en supprimer une chose.',
    es: 'Preguntar qué cuesta más tiempo y sirve de menos, y quitar una de esas cosas.',
  }),
  action('flexibility', 'hours', {
    en: 'Agree on the hours when everybody has to be reachable, and leave the others free.',
    de: 'Die Stunden vereinbaren, in denen alle erreichbar sein müssen, und die übrigen freigeben.',
    fr: 'Convenir des heures où tout le monde doit être joignable, et laisser les autres libres.',
    es: 'Acordar las horas en que hay que estar localizable y dejar libres las demás.',
  }),
  action('flexibility', 'place', {
    en: 'Agree which work needs a certain place, and leave it open where the rest is done.',
    de: 'Vereinbaren, welche Arbeit einen bestimmten Ort braucht, und bei der übrigen den Ort offenlassen.',
    fr: 'Convenir du travail qui demande un lieu précis, et laisser le lieu libre pour le reste.',
    es: 'Acordar qué trabajo necesita un lugar concreto y dejar libre dónde se hace el resto.',
  }),
  action('flexibility', 'evening', {
    en: 'Send nothing in the evening that can wait until morning, and say so.',
    de: 'Abends nichts schicken, was bis zum Morgen warten kann, und das auch sagen.',
    fr: 'Ne rien envoyer le soir qui puisse attendre le matin, et le dire.',
    es: 'No enviar por la noche nada que pueda esperar a la mañana, y decirlo.',
  }),
] as const;
