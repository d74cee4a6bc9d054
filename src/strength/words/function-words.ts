/**
 * Words that hold sentences together. Random word lists have next to none of them, so several make a sentence, which
 * is guessed as one and not word by word.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those is are was be been am do does did not no my your our his her its their i you we he she
   they it of to in on at by for from with without as and or but if so than then there here who what when where why how
   all will would can could should must may has have had me us them over under into about before after until out up down ever never always everyone nobody
   que es la el los las de del una un para por con sin muy esta este mi tu su como se al antes
   um uma o os as do da dos das em no na nao meu minha seu sua isso esta
   le les des du est dans pour avec sur pas cette ce doit etre avant mon ma
   der die das den dem ist ein eine einen mit fur fuer auf nicht vor muss werden dieser diese dieses mein meine und
   il lo gli della dello questo questa va con prima mio mia
   het van voor met niet moet worden deze dit mijn zijn en
   jest nie to ten ta na przed byc w z moj
   bu bir ve ile icin cok
   ini itu yang di ke dari untuk dengan tidak sebelum ya adalah
   det den den och att som med inte ar har innan pa ut er og til ikke
   se on ei ja ez egy az es nem este nu si acesta sa je su na ovo za
   eto na ne dolzhna byt i v moy la cua toi cho yeh hai ka ki mera`.split(/\s+/),
);
