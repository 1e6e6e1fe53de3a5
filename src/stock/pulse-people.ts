/** Pulse items about the people around one: manager, team, belonging. The first of a driver is asked for trends. */
import type { FivePoint } from '../survey/question.ts';
import { item } from './agreement.ts';

export const PEOPLE: readonly FivePoint[] = [
  item('manager-1', 'manager', {
    en: 'My manager makes it easier for me to do good work.',
    de: 'Meine Führungskraft macht es mir leichter, gute Arbeit zu leisten.',
    fr: 'Grâce à mon manager, il m’est plus facile de faire du bon travail.',
    es: 'Mi responsable me facilita hacer un buen trabajo.',
  }),
  item('manager-2', 'manager', {
    en: 'When I tell my manager about a problem, something is done about it.',
    de: 'Wenn ich meiner Führungskraft von einem Problem erzähle, geschieht etwas.',
    fr: 'Quand je parle d’un problème à mon manager, c’est suivi d’effet.',
    es: 'Cuando le cuento un problema a mi responsable, se hace algo al respecto.',
  }),
  item('manager-3', 'manager', {
    en: 'I can tell my manager openly when I see things differently.',
    de: 'Ich kann meiner Führungskraft offen sagen, wenn ich etwas anders sehe.',
    fr: 'Je peux dire franchement à mon manager que je vois les choses autrement.',
    es: 'Puedo decirle abiertamente a mi responsable que veo algo de otra manera.',
  }),
  item('manager-4', 'manager', {
    en: 'My manager keeps the promises made to me.',
    de: 'Meine Führungskraft hält, was sie mir zusagt.',
    fr: 'Mon manager tient ses promesses envers moi.',
    es: 'Mi responsable cumple lo que me promete.',
  }),
  item('team-1', 'team', {
    en: 'I like working with my team.',
    de: 'Ich arbeite gern mit den Leuten in meinem Team.',
    fr: 'J’aime travailler avec les personnes de mon équipe.',
    es: 'Me gusta trabajar con la gente de mi equipo.',
  }),
  item('team-2', 'team', {
    en: 'In my team we can talk calmly about things that went wrong.',
    de: 'In meinem Team können wir in Ruhe darüber reden, wenn etwas schiefgegangen ist.',
    fr: 'Dans mon équipe, nous pouvons parler calmement de ce qui a mal tourné.',
    es: 'En mi equipo podemos hablar con calma de lo que ha salido mal.',
  }),
  item('team-3', 'team', {
    en: 'When I ask another team for help, I get it.',
    de: 'Wenn ich ein anderes Team um Hilfe bitte, bekomme ich sie.',
    fr: 'Quand je demande de l’aide à une autre équipe, je l’obtiens.',
    es: 'Cuando pido ayuda a otro equipo, la recibo.',
  }),
  item('team-4', 'team', {
    en: 'What we agree on in my team gets done.',
    de: 'Was wir in meinem Team vereinbaren, wird auch gemacht.',
    fr: 'Dans mon équipe, ce que nous décidons se fait.',
    es: 'Lo que acordamos en mi equipo se cumple.',
  }),
  item('belonging-1', 'belonging', {
    en: 'I feel accepted here the way I am.',
    de: 'Ich fühle mich hier so angenommen, wie ich bin.',
    fr: 'Je sens qu’ici on m’accepte comme je suis.',
    es: 'Siento que aquí me aceptan como soy.',
  }),
  item('belonging-2', 'belonging', {
    en: 'When my team makes plans, I am included.',
    de: 'Wenn mein Team etwas plant, werde ich einbezogen.',
    fr: 'Quand mon équipe prépare quelque chose, on m’y associe.',
    es: 'Cuando mi equipo hace planes, se cuenta conmigo.',
  }),
  item('belonging-3', 'belonging', {
    en: 'When I have a bad day, somebody at work notices.',
    de: 'Wenn ich einen schlechten Tag habe, merkt das jemand bei der Arbeit.',
    fr: 'Quand je passe une mauvaise journée, quelqu’un au travail le remarque.',
    es: 'Cuando tengo un mal día, alguien en el trabajo lo nota.',
  }),
];
