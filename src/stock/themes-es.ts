/** Words by which people speak of each driver, in Spanish. */
import type { ThemeWords } from './theme-words.ts';

export const SPANISH_THEMES: ThemeWords = {
  common:
    'el, los, las, y, es, son, una, que, no, con, por, para, del, al, se, mi, mis, nos, nuestro, nuestra, pero, más, muy, hay, lo, nadie, cada, está, están, tengo, tenemos, me, sin, siempre, hace, falta, cuando, como',
  drivers: {
    role: 'mi rol, mi función, mis funciones, funciones, descripción del puesto, prioridad*, objetivos claros, objetivo claro, responsabilidad*, sentido, quién hace qué, qué se espera, expectativa*, propósito, útil',
    recognition:
      'reconocimiento*, reconoc*, gracias, agradec*, valora*, valorad*, felicit*, elogi*, aprecia*, mérito*, nadie lo ve, pasa desapercibid*',
    growth:
      'carrera, crecer, crecimiento, ascens*, ascend*, promoción*, promocion*, desarroll*, plan de carrera, perspectiva*, progresar, siguiente paso, callejón sin salida, estancad*, aprender algo, aprender cosas, mentor*',
    training:
      'formación, formaciones, formar*, capacitación*, curso*, taller*, acogida, incorporación*, recién llegad*, gente nueva, los nuevos, nuevas incorporaciones, onboarding, certificacion*, certificación, manual, tutorial*, primeras semanas',
    pay: 'sueldo*, salari*, paga, pagan, pagado*, pagada*, cobr*, nómina*, bonus, bono*, prima, primas, subida*, aumento, dinero, beneficios, pensión*, inflación, dietas, plus, complemento*, seguro médico, mal pagad*, gano, ganan, ganar',
    workload:
      'carga, cargas, sobrecarga*, horas extra*, demasiado trabajo, mucho trabajo, volumen de trabajo, falta* gente, falta de personal, faltan manos, presión, plazo*, fines de semana, fin de semana, guardia*, reunion*, reunión, no da tiempo, no hay tiempo, urgente*, condiciones de trabajo, herramienta*, equipos informáticos, ordenador*, portátil*, ruido, ruidos*, aire acondicionado, frío, calor, sillas, desbordad*, saturad*, trabajo de dos, trabajo de tres, somos menos, menos gente, gente de menos, el trabajo es el mismo, hasta tarde, hasta las tantas, no llegamos',
    flexibility:
      'flexib*, teletrabaj*, desde casa, en remoto, remoto, horario*, jornada*, media jornada, tiempo parcial, híbrid*, días de oficina, volver a la oficina, conciliar, conciliación, guardería, recoger a mis hijos, cambiar turnos, cambio de turno*',
    manager:
      'jefe, jefa, jefes, mi responsable, responsable de equipo, superior*, supervis*, encargad*, mánager*, manager*, mandos, mando intermedio, mandos intermedios, micromanag*, microgesti*',
    team: 'equipo, mi equipo, compañer*, ambiente, cultura, compañerismo, colabor*, cooperación, ayudamos, clima, trabajar juntos, trabajo en equipo, cotilleo*, traspaso*, buen rollo',
    leadership:
      'dirección, directiv*, estrateg*, visión, rumbo, comité, reorganiza*, reestructura*, decisiones, desde arriba, los de arriba, transparen*, hoja de ruta, gerencia, la central, liderazgo, va la empresa, otro plan, cambian de plan, quién decide, plan de la empresa',
    fairness:
      'just*, injust*, injusticia*, trato justo, equidad, equitativ*, favoritism*, favorit*, enchuf*, igualdad, desigual*, mismas reglas, doble rasero, arbitrari*, trato diferente, siempre los mismos, el mismo trabajo',
    belonging:
      'pertenencia, pertenec*, inclui*, inclus*, exclu*, al margen, de lado, diversidad, discrimin*, ser yo mism*, bienvenid*, sentirme parte, formar parte, parte de algo, racis*, machis*, mujeres en, en casa aquí, única mujer, no me invitan, como sol*',
    'well-being':
      'estrés, estresad*, estresante*, agotad*, agotamiento, agotador*, quemad*, cansad*, cansancio, salud, enferm*, dormir, duermo, mental*, bienestar, descans*, equilibrio, vida privada, vida familiar, vida personal, ansiedad, desconectar, accidente*, segur* en, burnout',
    staying:
      'irme, marcharme, me voy, se va, se van, se marcha*, dejar la empresa, dimit*, dimisi*, rotación, otra empresa, otro trabajo, otra oferta, buscar otro, buscar otra, quedarme, me quedo, nuevo empleo, cambiar de empresa, quedarse aquí, buscando otr*',
  },
};
