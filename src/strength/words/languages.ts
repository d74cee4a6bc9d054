import type { WordTier } from './tier.ts';

/**
 * Common words of languages other than English, as typed: without accents, other scripts transliterated.
 * Compiled by hand, about the words somebody uses to say that a secret is secret.
 */
export const LANGUAGES: readonly WordTier[] = [
  // Portuguese
  { bits: 8, words: `uma um que para com por nao mais muito minha meu sua seu nosso nossa ser esta isso essa este aqui como tem ter
      fazer favor deve ambiente sistema projeto aplicacao usuario codigo texto palavra super secreta seguro segura
      grande longa longo tamanho adequado adequada qualquer coisa aleatorio valor padrao bom boa dia noite casa amor vida
      deus brasil gelada coquinha cerveja cachorro gato amigo mundo agora depois antes todos ninguem sabe descobrir
      aleatoria caractere minimo pelo menos trinta dois exemplo teste desenvolvimento autenticacao gerar gere troca` },
  // Spanish
  { bits: 8, words: `una uno el la los las de del en con por para muy mas pero como que mi tu su nuestro nuestra este esto eso aqui
      ser estar tiene hacer favor debe ambiente sistema proyecto aplicacion usuario codigo texto palabra secreto seguro
      grande largo tamano cualquier cosa aleatorio valor defecto bueno buena dia noche casa amor vida dios mundo hola
      perro gato amigo ahora despues antes todos nadie sabe compartir ejemplo prueba desarrollo produccion autenticacion
      generar contrasenia firma firmar cadena treinta siempre nunca gracias adios tienda` },
  // French
  { bits: 8, words: `une un le la les des du de et est dans pour avec sur pas plus tres mon ma mes ton ta tes son sa notre nos vos
      ceci cette cet ici doit etre faire cle secrete secret longue long securise securisee chaine aleatoire valeur
      defaut bonjour merci monde maison amour vie jour nuit chien chat ami maintenant apres avant tous personne sait
      exemple essai developpement utilisateur projet application code texte mot caracteres moins changer changez
      remplacer generer signature partager jamais toujours petit grand lapin fromage baguette soleil` },
  // German
  { bits: 8, words: `ein eine einen der die das den dem und ist im in mit fur fuer auf nicht mehr sehr mein meine dein deine unser
      unsere ihr dies dieser dieses hier muss sein machen bitte sicher sichere sicheres lang langer langes lange zufall
      zufallig zufaellig zeichen mindestens wert standard gut guten tag nacht haus liebe leben hund katze freund welt
      jetzt nach vor alle niemand weiss beispiel entwicklung produktion benutzer projekt anwendung text wort satz
      ersetzen unterschrift niemals immer klein gross bier wurst strasse hallo danke sonne wetter geheimwort` },
  // Italian
  { bits: 8, words: `una uno il lo la gli le di del della e con per molto piu non mio mia tuo tua nostro nostra questo questa qui
      deve essere fare favore sicuro sicura lunga lungo casuale stringa valore predefinito buono buona giorno notte casa
      amore vita cane gatto amico mondo adesso dopo prima tutti nessuno sa esempio prova sviluppo produzione utente
      progetto applicazione codice testo parola caratteri almeno cambiare sostituire generare firma mai sempre ciao
      grazie pizza segretissima segretissimo` },
  // Dutch
  { bits: 8, words: `een het de van en is met voor op niet meer zeer heel mijn jouw onze dit deze hier moet zijn maken alstublieft
      veilig veilige lang lange willekeurig willekeurige tekens minstens waarde goed dag nacht huis liefde leven hond kat
      vriend wereld nu daarna alle niemand weet voorbeeld ontwikkeling productie gebruiker project toepassing tekst woord
      veranderen vervang handtekening nooit altijd klein groot fiets kaas hallo bedankt` },
  // Polish and Czech
  { bits: 8, words: `jest nie tak moj moja moje twoj twoja nasz nasza ten ta to tutaj musi byc prosze bezpieczny bezpieczne bezpieczna
      dlugi dluga dlugie losowy losowe losowa znakow minimum wartosc domyslny dobry dobra dzien noc dom milosc zycie pies
      kot przyjaciel swiat teraz wszyscy nikt wie przyklad produkcja uzytkownik projekt aplikacja tekst slowo podpis
      nigdy zawsze maly duzy piwo czesc dziekuje super
      muj moje tvuj nas tento zde musi byt prosim bezpecny bezpecne dlouhy dlouhe nahodny nahodne znaku hodnota dobry den
      dum laska zivot pes kocka pritel svet ted vsichni nikdo vi priklad vyvoj uzivatel aplikace slovo nikdy vzdy pivo ahoj` },
  // Turkish
  { bits: 8, words: `bir bu su ve ile icin cok daha degil benim senin bizim burada olmali yapmak lutfen guvenli uzun rastgele karakter en
      az deger varsayilan iyi gun gece ev ask hayat kopek kedi arkadas dunya simdi sonra once herkes kimse bilmiyor ornek
      deneme gelistirme uretim kullanici proje uygulama kod metin kelime imza asla her zaman merhaba tesekkur anahtari
      sifresi gizlidir cokgizli` },
  // Indonesian and Malay
  { bits: 8, words: `ini itu yang dan di ke dari untuk dengan tidak sangat lebih saya aku kamu kita kami anda disini harus jadi buat
      tolong aman panjang acak karakter minimal nilai bawaan baik hari malam rumah cinta hidup anjing kucing teman dunia
      sekarang nanti semua tidakada tahu contoh coba pengembangan produksi pengguna proyek aplikasi kode teks kata
      tanda tangan jangan selalu halo terima kasih kopi nasi goreng sekolah pelajar kuncirahasia rahasiaku banget` },
  // Swedish, Danish and Norwegian
  { bits: 8, words: `en ett och ar som for med pa inte mycket mer min mitt din ditt var vart detta denna har maste vara gora tack saker
      sakert lang langt slumpmassig tecken minst varde god dag natt hus karlek liv hund katt van varld nu sedan alla ingen
      vet exempel utveckling anvandare projekt text ord aldrig alltid hej
      og er ikke meget mit dit vores dette denne her skal gore venligst sikker sikkert tilfaeldig tegn mindst veerdi hjem
      kaerlighed verden ved eksempel produktion bruger ny veldig dere minst tilfeldig noen kaffe takk` },
  // Finnish and Hungarian
  { bits: 8, words: `yksi ja on ei se joka tama tassa minun sinun meidan hyvin pitka turvallinen satunnainen merkkia vahintaan arvo
      hyva paiva yo talo rakkaus elama koira kissa ystava maailma nyt kaikki kukaan tietaa esimerkki kehitys tuotanto
      sana aina moi kiitos salaisuus
      egy ez az es van nem nagyon hosszu biztonsagos veletlen legalabb karakter ertek jo nap ejszaka haz szerelem elet
      kutya macska barat vilag most mindenki senki tudja pelda fejlesztes felhasznalo szo soha mindig szia koszonom` },
  // Romanian, Croatian and Serbian
  { bits: 8, words: `este si nu foarte mai mea meu nostru acesta aici trebuie fie sigur sigura lung lunga aleator caractere cel putin
      valoare buna zi noapte casa dragoste viata caine pisica prieten lume acum toti nimeni stie exemplu dezvoltare
      utilizator proiect aplicatie cuvant niciodata salut multumesc
      ovo je vrlo jako moj moja tvoj nas ovdje mora biti molim siguran sigurna dugacak nasumican znakova najmanje
      vrijednost dobar dan noc kuca ljubav zivot pas macka prijatelj svijet sada svi nitko zna primjer razvoj korisnik
      rijec nikad uvijek kljuc lozinke hvala` },
  // Russian and Ukrainian, transliterated
  { bits: 8, words: `eto moy moya moi tvoy nash ochen dlinnyy dlinny bezopasnyy sluchaynyy simvolov znachenie dobryy den noch dom lyubov
      zhizn sobaka koshka drug mir seychas vse nikto znaet primer razrabotka polzovatel proekt prilozhenie slovo nikogda
      vsegda privet spasibo sekretnyi kluch tayna parolchik menya zdes ne nado` },
  // Vietnamese, Filipino, Swahili
  { bits: 8, words: `day la cua toi ban chung khong rat dai an toan ngau nhien ky tu it nhat gia tri mac dinh xin chao ngay dem nha yeu
      cuoc song cho meo ban gioi bay gio tat ca vi du phat trien nguoi dung du ung dung chu cam mat khau chuoi
      ito ang aking mga ay hindi sobrang mahaba ligtas salita kaibigan mahal kita bahay buhay aso pusa mundo ngayon lahat
      walang nakakaalam halimbawa salamat kumusta
      hii ni yangu yako sana ndefu salama neno rafiki upendo nyumba maisha mbwa paka dunia sasa wote mfano asante jambo` },
  // Hindi, Japanese, Chinese and Korean, transliterated
  { bits: 8, words: `yeh mera meri tera tumhara bahut lamba surakshit shabd accha din raat ghar pyar zindagi kutta billi dost duniya
      abhi sab koi nahi jaanta udaharan namaste dhanyavaad bharat gupt chabi bhai kya hai karo mat
      kore watashi anata totemo nagai anzen kotoba tomodachi sekai sakura neko inu arigato konnichiwa sayonara ohayo
      kawaii sensei sushi ramen naruto sasuke nihon
      wode nide women zheshi hen chang anquan suiji zhongguo nihao xiexie pengyou shijie woaini aini gou mao jia
      annyeong saranghae chingu gomawo hanguk kimchi` },
]; // prettier-ignore
