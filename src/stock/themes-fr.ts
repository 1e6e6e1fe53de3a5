/** Words by which people speak of each driver, in French. */
import type { ThemeWords } from './theme-words.ts';

export const FRENCH_THEMES: ThemeWords = {
  common:
    'le, les, des, du, et, est, sont, une, je, nous, vous, on, il, pas, ne, pour, dans, avec, sur, qui, que, qu, ce, cette, mon, ma, mes, notre, nos, plus, trop, très, au, aux, mais, c, d, l, n, j, ai, être, fait, leur, personne, sans',
  drivers: {
    role: 'mon rôle, nos rôles, les rôles, fiche de poste, mes missions, nos missions, priorité*, objectifs clairs, objectif clair, objectifs flous, responsabilité*, sens de mon travail, du sens, utile, utilité, ce qu on attend, attentes, qui fait quoi, attend de moi, attend de nous, attend de nous, mon travail consiste',
    recognition:
      'reconnaissance, reconnu*, merci, remerci*, félicit*, valoris*, compliment*, apprécié*, mérite, efforts sont vus, passe inaperçu*, remarqué*, voit les efforts, nos efforts, mes efforts, les efforts',
    growth:
      'carrière*, évolution*, évoluer, promotion*, promu*, perspective*, progresser, progression, avancement, mobilité interne, prochaine étape, voie sans issue, impasse, apprendre quelque chose, mentor*, plafond',
    training:
      'formation*, former, formé, formés, formée, formées, stage*, tutorat, intégration des nouv*, nouveaux arrivants, nouvelles recrues, accueil des nouv*, onboarding, atelier*, cours, certification*, manuel, guide, premières semaines',
    pay: 'salaire*, salarial*, rémunération*, rémunéré*, paie, paye, payé*, payés, payées, prime*, augmentation*, avantages, mutuelle, retraite, bonus, argent, inflation, sous payé*, tickets restaurant, indemnité*, notes de frais, gagne, gagnent, gagner, remboursés, remboursé*',
    workload:
      'charge, charges de travail, surcharg*, débordé*, heures supplémentaires, heures sup, trop de travail, trop de choses, sous effectif, manque de personnel, manque de monde, manque d effectif*, pression, délai*, échéance*, week end*, astreinte*, réunion*, pas le temps, plus le temps, urgent*, urgence*, conditions de travail, matériel, outil*, ordinateur*, bruit, bruyant*, climatisation, trop froid, trop chaud, chaises, travail de deux, travail de trois, travail de quatre, faire le travail, tient plus, trop tard le soir, le soir tard, finir à temps',
    flexibility:
      'flexib*, souplesse, télétravail*, à distance, de chez moi, de la maison, temps partiel, horaires, hybride, jours au bureau, retour au bureau, garde d enfant*, école de mes enfants, aménagement*, semaine de quatre jours, échanger nos postes',
    manager:
      'manager, managers, mon chef, ma cheffe, notre chef, chef, cheffe, chefs, responsable d équipe, mon responsable, ma responsable, notre responsable, supérieur*, encadrement, hiérarchi*, entretien individuel, micromanag*, petit chef',
    team: 'équipe, équipes, collègue*, ambiance, esprit d équipe, entraide, entraider, culture, collaboration, collaborer, solidarité, travailler ensemble, climat, ragots, passation*, coopération',
    leadership:
      'direction, dirigeant*, stratégi*, vision, cap, comité de direction, réorganisation*, restructuration*, décision*, d en haut, transparen*, siège, feuille de route, pdg, communication interne',
    fairness:
      'équité, équitable*, inéquitable*, injust*, juste, justice, favoritisme, favoris, égalité, inégal*, inégalité*, mêmes règles, deux poids, traité* différemment, arbitraire, partial*, chouchou*, poste égal, à travail égal, toujours les mêmes',
    belonging:
      'appartenance, appartenir, inclus*, inclusi*, exclu*, à l écart, mis de côté, diversité, discrimin*, être moi même, bienvenu*, ma place, rejeté*, racis*, sexis*, faire partie, des femmes, seule femme, mange seul*',
    'well-being':
      'stress*, épuis*, burn out, burnout, fatigu*, santé, malade*, sommeil, dors, dormir, mental*, bien être, récupérer, repos, équilibre, vie privée, vie de famille, anxi*, accident*, en sécurité, arrêt maladie',
    staying:
      'partir, départs, démission*, quitter, quittent, s en vont, rester ici, je reste, reste ici, turnover, autre emploi, ailleurs, autre offre*, nouvel employeur, changer d entreprise, changer d employeur, chercher autre chose, fidélis*, sont partis, est parti, est partie, sont parties, départ, je pars, m en aller',
  },
};
