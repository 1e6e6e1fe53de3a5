/** Words that are parts of names as well: what keeps a scrubber from eating ordinary sentences. */

/** Words as a set. */
function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Parts of names that point to nobody by themselves, and two-letter words that some people are called. */
export const NEVER_ALONE = set(`
  van von der den de del della di da do dos das la le les los el al bin ben ibn ter ten zu zum zur af av und mc mac st san
  am an as at be by em er es et eu go he hi if im in is it ja lo me mi my no nu of oh ok on or os ou se si so su te to tu um
  un up us we wo yo
`);

/** Words that are names only when written with a capital. */
export const ALSO_WORDS = set(`
  all and ask but can did for get had has her him his how its let may not now off old one our out own put say see she the too
  try two use was way who why
  ist die das der den dem des ein und wir sie uns ich mit auf aus bei bis hat war wie was wer man nur noch mal alt neu
  est les des une pas par sur son ses nos que qui con por los las una sin mas
  april art august autumn best bill black bob brown chance cook daisy dawn day faith fisher frank grace grant green guy hope
  iris ivy jack jade jean joy june king lily long love mark miles miller olive page penny price ray reich rich rose ruby rusty
  sharp short sky small stern strong summer sunny white will wolf wood young
  baker carter cooper farmer hunter mason parker porter potter taylor turner walker
  angel blanc braun dolores engel ernst grand gross gut herbst kaiser klein klug koch kurz lang leon leroy lieb luz paz petit
  roth schneider schwarz sommer vogel weiss wild winter
`);
