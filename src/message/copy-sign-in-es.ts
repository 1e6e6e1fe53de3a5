/** The way to the web page, in Spanish. */
import type { SignInCopy } from './copy-sign-in.ts';

export const spanishSignIn: SignInCopy = {
  open: 'Abrir la página web',
  help: ['página', 'un enlace personal a la página web'],
  title: 'Tu enlace a la página web',
  intro: (minutes) =>
    `Abre la página en tu nombre, una sola vez, en los próximos ${minutes} minutos. No lo compartas: quien lo tenga será tú allí.`,
  link: 'Abrir Soundings en el navegador',
  none: 'Aquí no hay página web en la que entrar. Todo se puede hacer en este chat.',
  here: 'Ya estás en la página web. Para otro dispositivo, pídeme un enlace en el chat.',
  out: 'Cerrar sesión',
  everywhere: 'Cerrar sesión en todas partes',
  outEverywhere:
    'Se ha cerrado tu sesión de la página web en todos los dispositivos, y los enlaces abiertos ya no sirven.',
  page: {
    title: 'Entrar',
    as: (name) => `Entras como ${name}.`,
    once: 'Sigue solo si eres tú y has pedido tú este enlace o te lo ha dado Recursos Humanos',
    submit: 'Entrar',
    over: 'Este enlace ya no sirve',
    outside: 'No has entrado',
    how: (minutes) =>
      `Escribe «página» a Soundings en Slack o Teams. Recibirás un enlace personal que sirve una sola vez, durante ${minutes} minutos. Si no usas ninguno de los dos, Recursos Humanos puede pedir un enlace para ti.`,
    back: 'Ya he entrado',
    tooOften: 'Esta página se ha abierto muchas veces seguidas. Vuelve dentro de un minuto.',
    foreign:
      'Esto no lo envió la propia página, así que no se ha hecho nada. Abre tu enlace otra vez.',
    failed: 'Algo ha fallado aquí, así que no ha cambiado nada. Inténtalo dentro de un minuto.',
  },
};
