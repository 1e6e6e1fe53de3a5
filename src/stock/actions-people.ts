/** Actions about people and the company: manager, team, leadership, fairness, belonging, well-being, staying. */
import { action } from './actions-work.ts';

export const PEOPLE_ACTIONS = [
  action('manager', 'half-hour', {
    en: 'Offer each person half an hour this week, for their own topics only.',
    de: 'Allen im Team diese Woche eine halbe Stunde anbieten, nur für ihre eigenen Themen.',
    fr: 'Proposer à chaque personne une demi-heure cette semaine, pour ses sujets à elle seulement.',
    es: 'Ofrecer a cada persona media hora esta semana, solo para sus propios temas.',
  }),
  action('manager', 'promise', {
    en: 'Go through the promises of the last weeks: keep one, or say openly that it will not come.',
    de: 'Die Zusagen der letzten Wochen durchgehen: eine einlösen oder offen sagen, dass nichts daraus wird.',
    fr: 'Reprendre les promesses des dernières semaines : en tenir une, ou dire franchement qu’elle ne se fera pas.',
    es: 'Repasar las promesas de las últimas semanas: cumplir una o decir abiertamente que no se hará.',
  }),
  action('manager', 'less', {
    en: 'Ask the team what its manager should do less of, say thanks, and change one thing.',
    de: 'Das Team fragen, was seine Führungskraft seltener tun sollte, danken und eine Sache ändern.',
    fr: 'Demander à l’équipe ce que son manager devrait faire moins, remercier, et changer une chose.',
    es: 'Preguntar al equipo qué debería hacer menos su responsable, dar las gracias y cambiar una cosa.',
  }),
  action('team', 'went-wrong', {
    en: 'Take half an hour to look at something that went wrong: what made it easy, not who did it.',
    de: 'Eine halbe Stunde lang ansehen, was schiefgegangen ist: was es leicht machte, nicht wer es war.',
    fr: 'Prendre une demi-heure pour regarder ce qui a mal tourné : ce qui l’a rendu facile, pas qui l’a fait.',
    es: 'Dedicar media hora a mirar algo que salió mal: qué lo hizo fácil, no quién fue.',
  }),
  action('team', 'rules', {
    en: 'Write down three rules for working together, and drop one that is of no use any more.',
    de: 'Drei Regeln für die Zusammenarbeit aufschreiben und eine streichen, die nichts mehr nützt.',
    fr: 'Écrire trois règles pour travailler ensemble, et en supprimer une qui ne sert plus.',
    es: 'Escribir tres reglas para trabajar juntos y quitar una que ya no sirve.',
  }),
  action('team', 'neighbour', {
    en: 'Invite somebody from a neighbouring team to tell what they need from this one.',
    de: 'Jemanden aus einem Nachbarteam einladen und erzählen lassen, was dort von diesem Team gebraucht wird.',
    fr: 'Inviter quelqu’un d’une équipe voisine à raconter ce qu’elle attend de celle-ci.',
    es: 'Invitar a alguien de un equipo vecino a contar qué necesita de este.',
  }),
  action('leadership', 'decision', {
    en: 'Explain one recent decision from above: why it was taken, and what it means here.',
    de: 'Eine neue Entscheidung von oben erklären: warum sie fiel und was sie hier bedeutet.',
    fr: 'Expliquer une décision récente de la direction : pourquoi elle a été prise, et ce qu’elle veut dire ici.',
    es: 'Explicar una decisión reciente de la dirección: por qué se tomó y qué significa aquí.',
  }),
  action('leadership', 'questions', {
    en: 'Collect the team’s questions to the leadership, pass them on, and bring back the answers.',
    de: 'Die Fragen des Teams an die Leitung sammeln, weitergeben und die Antworten zurückbringen.',
    fr: 'Recueillir les questions de l’équipe à la direction, les transmettre, et rapporter les réponses.',
    es: 'Recoger las preguntas del equipo a la dirección, trasladarlas y traer las respuestas.',
  }),
  action('leadership', 'plan', {
    en: 'Show in ten minutes how this month’s work fits into the plan of the company.',
    de: 'In zehn Minuten zeigen, wie die Arbeit dieses Monats in den Plan des Unternehmens passt.',
    fr: 'Montrer en dix minutes comment le travail de ce mois s’inscrit dans le plan de l’entreprise.',
    es: 'Mostrar en diez minutos cómo encaja el trabajo de este mes en el plan de la empresa.',
  }),
  action('fairness', 'tasks', {
    en: 'Look at where the dull and the good tasks of the last month went, and even it out.',
    de: 'Ansehen, wohin im letzten Monat die öden und die schönen Aufgaben gingen, und es ausgleichen.',
    fr: 'Regarder comment les tâches pénibles et les belles ont été réparties le mois dernier, et rééquilibrer.',
    es: 'Mirar cómo se repartieron el último mes las tareas aburridas y las buenas, y equilibrarlo.',
  }),
  action('fairness', 'rule', {
    en: 'Take one decision of this week, such as holidays or shifts, by a rule that is known beforehand.',
    de: 'Eine Entscheidung dieser Woche, etwa über Urlaub oder Schichten, nach einer vorher bekannten Regel treffen.',
    fr: 'Prendre une décision de la semaine, sur les congés ou les horaires par exemple, selon une règle connue d’avance.',
    es: 'Tomar una decisión de esta semana, como vacaciones o turnos, según una regla conocida de antemano.',
  }),
  action('fairness', 'voice', {
    en: 'In the next meeting, ask first those who have not spoken yet.',
    de: 'Im nächsten Treffen zuerst die fragen, die noch nichts gesagt haben.',
    fr: 'À la prochaine réunion, demander d’abord l’avis de ceux qui n’ont pas encore parlé.',
    es: 'En la próxima reunión, preguntar primero a quienes todavía no han hablado.',
  }),
  action('belonging', 'lists', {
    en: 'Check who is missing from invitations and lists, and add them.',
    de: 'Prüfen, wer auf Einladungen und Verteilern fehlt, und diese Leute ergänzen.',
    fr: 'Vérifier qui manque dans les invitations et les listes, et ajouter ces personnes.',
    es: 'Comprobar quién falta en las invitaciones y listas, y añadirlo.',
  }),
  action('belonging', 'table', {
    en: 'Have one meal or coffee together, at an hour when all can come.',
    de: 'Einmal zusammen essen oder Kaffee trinken, zu einer Zeit, zu der alle können.',
    fr: 'Partager un repas ou un café, à une heure qui convient à tout le monde.',
    es: 'Comer o tomar un café juntos, a una hora en que todo el mundo pueda.',
  }),
  action('belonging', 'view', {
    en: 'Before the next plan is made, ask each person once what they think of it.',
    de: 'Vor dem nächsten Plan alle im Team einmal fragen, was sie davon halten.',
    fr: 'Avant le prochain plan, demander une fois à chaque personne ce qu’elle en pense.',
    es: 'Antes del próximo plan, preguntar una vez a cada persona qué le parece.',
  }),
  action('well-being', 'afternoon', {
    en: 'Keep one afternoon of this week free of meetings.',
    de: 'Einen Nachmittag dieser Woche von Besprechungen frei halten.',
    fr: 'Garder un après-midi de cette semaine sans réunions.',
    es: 'Mantener una tarde de esta semana libre de reuniones.',
  }),
  action('well-being', 'listen', {
    en: 'Ask each person how things are going, and leave time for the answer.',
    de: 'Alle im Team fragen, wie es geht, und Zeit für die Antwort lassen.',
    fr: 'Demander à chaque personne comment ça va, et laisser du temps pour la réponse.',
    es: 'Preguntar a cada persona cómo le va y dejar tiempo para la respuesta.',
  }),
  action('well-being', 'whom', {
    en: 'Say whom people can talk to in confidence when it gets too much.',
    de: 'Sagen, mit wem man vertraulich sprechen kann, wenn es zu viel wird.',
    fr: 'Dire à qui l’on peut parler en confiance quand cela devient trop lourd.',
    es: 'Decir con quién se puede hablar en confianza cuando todo se hace demasiado.',
  }),
  action('staying', 'keeps', {
    en: 'Ask each person what they like to come to work for, and do more of one such thing.',
    de: 'Alle im Team fragen, wofür sie gern zur Arbeit kommen, und davon eines öfter tun.',
    fr: 'Demander à chaque personne ce qui lui donne envie de venir, et faire davantage une de ces choses.',
    es: 'Preguntar a cada persona qué le anima a venir y hacer más una de esas cosas.',
  }),
  action('staying', 'annoyance', {
    en: 'Choose one annoyance that comes up again and again, and remove it this week.',
    de: 'Ein Ärgernis auswählen, das immer wieder auftaucht, und es diese Woche beseitigen.',
    fr: 'Choisir un désagrément qui revient sans cesse, et le supprimer cette semaine.',
    es: 'Elegir una molestia que se repite una y otra vez y eliminarla esta semana.',
  }),
  action('staying', 'half-year', {
    en: 'Talk with the team about what the next half year brings, and what each of them could get out of it.',
    de: 'Mit dem Team darüber sprechen, was das nächste halbe Jahr bringt und was alle davon haben könnten.',
    fr: 'Parler avec l’équipe de ce que les six prochains mois apportent, et de ce que chaque personne peut y gagner.',
    es: 'Hablar con el equipo de lo que trae el próximo medio año y de lo que cada persona podría ganar con ello.',
  }),
] as const;
