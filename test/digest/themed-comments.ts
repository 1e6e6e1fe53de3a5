/** Comments in four languages with the drivers that a reader finds in them: the word lists were mended by these. */

export interface Themed {
  readonly text: string;
  readonly drivers: readonly string[];
}

export const about = (text: string, ...drivers: string[]): Themed => ({ text, drivers });

export const SEEN: Readonly<Record<'en' | 'de' | 'fr' | 'es', readonly Themed[]>> = {
  en: [
    about('I do the work of two people since spring and it shows.', 'workload'),
    about('Three evenings in a row until nine. I cannot keep that up.', 'workload'),
    about('The salary has not moved in two years while rents doubled.', 'pay'),
    about('Friends in other firms get a bonus for the same work.', 'pay', 'fairness'),
    about('My manager listens, that is rare.', 'manager'),
    about('Nobody tells me whether I do a good job.', 'recognition'),
    about('I see no way up from here, so I started to look for another job.', 'growth', 'staying'),
    about('New people are thrown in at the deep end without any training.', 'training'),
    about('Two days at home each week would make my life so much easier.', 'flexibility'),
    about('I was never told why we changed the strategy.', 'leadership'),
    about('The coffee machine on the third floor is broken again.'),
    about('Some get the good shifts because they are friends of the boss.', 'fairness', 'manager'),
    about('I sleep badly before Monday.', 'well-being'),
    about('My colleagues are the best thing about this place.', 'team'),
    about('See you at the summer party, I will bring a cake.'),
  ],
  de: [
    about('Seit zwei Monaten mache ich die Arbeit von drei Leuten.', 'workload'),
    about('Die Überstunden nehmen kein Ende.', 'workload'),
    about('Mein Gehalt reicht bei den Mieten hier kaum noch.', 'pay'),
    about('Für die Nachtschicht gibt es nebenan deutlich mehr Zuschlag.', 'pay'),
    about('Mein Chef nimmt sich Zeit und hört zu.', 'manager'),
    about('Ein Dankeschön ab und zu würde schon helfen.', 'recognition'),
    about('Ich weiß nicht, wohin ich mich hier entwickeln kann.', 'growth'),
    about('Die Einarbeitung bestand aus einem Ordner und viel Glück.', 'training'),
    about('Bitte erlaubt uns zwei Tage Homeoffice.', 'flexibility'),
    about('Von den Plänen der Geschäftsführung erfahren wir aus der Zeitung.', 'leadership'),
    about('Urlaub bekommen immer dieselben zuerst, das ist nicht gerecht.', 'fairness'),
    about('Abends bin ich so erschöpft, dass ich nur noch liege.', 'well-being'),
    about('Der Parkplatz vor Halle 2 hat tiefe Löcher.'),
    about('Ich habe schon mit einer anderen Firma gesprochen.', 'staying'),
    about('Wer nicht von hier ist, sitzt mittags allein.', 'belonging'),
  ],
  fr: [
    about('On est deux pour faire le travail de quatre.', 'workload'),
    about('Les réunions mangent toute la journée.', 'workload'),
    about('Mon salaire n’a pas bougé depuis trois ans.', 'pay'),
    about('À poste égal, les hommes gagnent davantage que nous.', 'pay', 'fairness'),
    about('Ma responsable me fait confiance, et ça change tout.', 'manager'),
    about('Personne ne voit les efforts que l’on fait.', 'recognition'),
    about('Je ne vois aucune perspective pour moi dans ce service.', 'growth'),
    about('Les nouveaux arrivants se débrouillent seuls.', 'training'),
    about('Le télétravail m’a rendu deux heures par jour.', 'flexibility'),
    about('La direction change d’avis tous les mois.', 'leadership'),
    about('L’ambiance entre collègues est excellente.', 'team'),
    about('Je dors mal, je pense aux clients la nuit.', 'well-being'),
    about('La cantine pourrait proposer plus de légumes.'),
    about('Plusieurs bons éléments sont partis et je les comprends.', 'staying'),
    about('Je ne sais plus très bien ce que l’on attend de moi.', 'role'),
  ],
  es: [
    about('Somos tres menos y el trabajo es el mismo.', 'workload'),
    about('Las horas extra se han vuelto normales.', 'workload'),
    about('El sueldo no alcanza para vivir en esta ciudad.', 'pay'),
    about('Mi jefa confía en mí y eso se nota.', 'manager'),
    about('Nunca nos dan las gracias por los turnos difíciles.', 'recognition'),
    about('Llevo cinco años en el mismo puesto y no hay ascensos.', 'growth'),
    about('Los cursos llegan cuando ya hemos aprendido solos.', 'training'),
    about('Poder trabajar desde casa los viernes sería una gran ayuda.', 'flexibility'),
    about('No entiendo adónde va la empresa, cada mes hay otro plan.', 'leadership'),
    about('Los favoritos del encargado eligen las vacaciones.', 'fairness', 'manager'),
    about('Hay muy buen ambiente en el almacén.', 'team'),
    about('Estoy agotada y no consigo desconectar.', 'well-being'),
    about('El aparcamiento se llena antes de las ocho.'),
    about('Si me llega otra oferta, me voy.', 'staying'),
    about('Como soy la única mujer, no me invitan a comer.', 'belonging'),
  ],
};
