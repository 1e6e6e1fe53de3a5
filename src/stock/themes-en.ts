/** Words by which people speak of each driver, in English. */
import type { ThemeWords } from './theme-words.ts';

export const ENGLISH_THEMES: ThemeWords = {
  common:
    'the, and, is, are, was, of, to, my, we, our, i, you, they, not, with, for, that, this, it, have, has, been, would, should, too, more, nobody, please, get, who, what, when, how, there, there is, but, from, at, by',
  drivers: {
    role: 'my role, my job is, job description*, clear goal*, one goal, unclear goal*, priorit*, responsibilit*, who does what, expected of me, expectations, purpose, meaningful, sense of my work, point of my work, what i am here for',
    recognition:
      'recogni*, praise*, appreciat*, thank you*, thanks, thanked, valued, unnoticed, noticed, credit, goes unseen, well done, pat on the back, good job, my effort*, our effort*, nobody says, nobody sees, saw what we',
    growth:
      'career*, promot*, moved up, next step, develop myself, personal development, professional development, development plan*, growth, grow here, prospects, ladder, dead end, advancement, stuck in my, learn something new, mentor*, way up, move up, go further, learn next',
    training:
      'training*, course, courses, workshop*, onboarding, onboard*, new people learn, new hires, newcomers, newcomer, learning day*, learning budget*, learning days, certificat*, introduction period, handbook, manual, first weeks',
    pay: 'pay, paid, salary, salaries, wage, wages, bonus*, raise, raises, pay rise, compensation, benefits, pension*, allowance*, underpaid, overpaid, money, expenses, stock options, inflation, pay band*, earn, earns',
    workload:
      'workload*, work load, overtime, overwork*, overload*, too much work, too much to do, amount of work, understaffed, short staffed, staffing, deadline*, hours, weekends, on call, night call*, too many meetings, meetings, backlog*, pressure, no time, not enough people, lost two people, urgent, equipment, laptop*, desk, desks, noise, noisy, too loud, too cold, too hot, air conditioning, office is, chairs, tools, weekend, work of two, work of three, jobs of two, load is, the load, every evening, late evening*, evenings in a row, until late, late at night, in the evening, travel time',
    flexibility:
      'flexib*, home office, work* from home, remote*, hybrid, part time, shift swap*, flexitime, working hours, office days, days in the office, back to the office, core hours, childcare, pick up my kids, compressed week, days at home, at home two, day at home, from home, at home on',
    manager:
      'manager, managers, my boss, our boss, boss, bosses, supervisor*, team lead*, line manager*, one to one*, micromanag*, my lead, feedback from above',
    team: 'team spirit, teamwork, my team, our team, the team, good team, great team, colleague*, coworker*, co worker*, culture, atmosphere, mood, collaborat*, help each other, handover*, between teams, gossip, cooperation, working together',
    leadership:
      'leadership, management, executive*, board, ceo, directors, strateg*, direction, vision, roadmap*, reorgani*, restructur*, from the top, top down, decisions, transparen*, town hall*, quarterly talk, headquarters, the company is going',
    fairness:
      'fair, unfair*, fairly, fairness, favourit*, favorit*, equal*, unequal*, inequal*, same rules, double standard*, biased, bias, unjust*, treated differently, arbitrary, same work, friends of the boss, good shifts, who you know, always the same people',
    belonging:
      'belong*, included, inclusi*, excluded, left out, outsider*, diversity, discriminat*, be myself, be yourself, welcome here, feel welcome, feel at home, racis*, sexis*, women in, part of it, alone at lunch, not invited, where i come from, only woman',
    'well-being':
      'stress*, burn* out, burnout, exhaust*, tired*, health*, sick, sleep*, mental*, well being, wellbeing, anxi*, worn out, recover*, balance, private life, family life, feel safe, unsafe, accident*, injur*',
    staying:
      'leave the company, leaving, thinking of leaving, look* for another, another job, other job, other offer*, quit, quitting, resign*, turnover, stay here, staying here, keeps me here, people go, headhunter*, apply elsewhere, new employer, walk away, started to look, stay with, applied elsewhere, other company, stay much longer, not stay',
  },
};
