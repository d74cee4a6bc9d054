import type { WordTier } from './tier.ts';

/**
 * Common words of languages other than English, as typed: without accents, other scripts transliterated.
 * Compiled by hand, about the words somebody uses to say that a secret is secret.
 */
export const LANGUAGES: readonly WordTier[] = [
  // Portuguese
  { bits: 8, words: `uma um que para com por nao mais muito minha meu sua seu nosso nossa ser esta isso essa este aqui como tem ter
      fazer favor deve ambiente sistema projeto aplicacao usuario codigo texto palavra super secreta seguro segura
      grande longa longo tamanho adequado adequada qualquer coisa aleatorio valor padrao bom boa dia noite casa amor
      vida deus brasil gelada coquinha cerveja cachorro gato amigo mundo agora depois antes todos ninguem sabe
      descobrir aleatoria caractere minimo pelo menos trinta dois exemplo teste desenvolvimento autenticacao gerar
      gere troca frase palavras cadeia numero numeros letras caracteres especiais maiuscula gerada gerado coloque
      insira digite mudar producao local somente apenas nunca compartilhe acesso atualizacao usuarios loja escola
      faculdade trabalho curso aula livro jogo filho filha mae pai bola gol futebol praia sol lua mar ceu feliz
      alegria saudade beijo pao queijo cafe leite arroz feijao batata frita abacaxi banana maca rato peixe passaro
      flor arvore tudo nada bem mal obrigado voce eu ele ela nos eles quero preciso pode fica olha ainda sempre jamais
      dificil facil complicada protegida criptografia validar chaves` },
  // Spanish
  { bits: 8, words: `una uno el la los las de del en con por para muy mas pero como que mi tu su nuestro nuestra este esto eso aqui
      ser estar tiene hacer favor debe ambiente sistema proyecto aplicacion usuario codigo texto palabra secreto
      seguro grande largo tamano cualquier cosa aleatorio valor defecto bueno buena dia noche casa amor vida dios
      mundo hola perro gato amigo ahora despues antes todos nadie sabe compartir ejemplo prueba desarrollo produccion
      autenticacion generar contrasenia firma firmar cadena treinta siempre nunca gracias adios tienda frase palabras
      numero numeros letras especiales generada generado aleatoria poner pon ponga coloca colocar reemplazar cambialo
      cambiala solo local comparte acceso usuarios escuela universidad trabajo curso clase libro juego hijo hija madre
      padre gol futbol playa sol luna mar cielo feliz alegria beso pan queso cafe leche arroz tacos pollo pescado
      pajaro flor arbol todo nada bien mal yo ella nosotros ellos quiero necesito puede todavia jamas dificil facil
      complicada protegida validar llaves semilla publica privada inventario pedidos san ramon roque viva espana
      mexico argentina colombia peru` },
  // French
  { bits: 8, words: `une un le la les des du de et est dans pour avec sur pas plus tres mon ma mes ton ta tes son sa notre nos vos
      ceci cette cet ici doit etre faire cle secrete secret longue long securise securisee chaine aleatoire valeur
      defaut bonjour merci monde maison amour vie jour nuit chien chat ami maintenant apres avant tous personne sait
      exemple essai developpement utilisateur projet application code texte mot caracteres moins changer changez
      remplacer generer signature partager jamais toujours petit grand lapin fromage baguette soleil phrase mots
      nombre lettres speciaux generee genere aleatoirement mettre mettez remplacez seulement local partagez acces
      utilisateurs magasin ecole universite travail cours livre jeu fils fille mere pere football plage lune mer ciel
      heureux joie bisou pain cafe lait riz poulet poisson oiseau fleur arbre tout rien bien mal je tu il elle ils
      veux peut encore difficile facile compliquee protegee cles prive privee publique complexe nouveau nouvelle
      ancienne bibliotheque gestion fin etudes beurre croissant petite grande vieux belle` },
  // German
  { bits: 8, words: `ein eine einen der die das den dem und ist im in mit fur fuer auf nicht mehr sehr mein meine dein deine unser
      unsere ihr dies dieser dieses hier muss sein machen bitte sicher sichere sicheres lang langer langes lange
      zufall zufallig zufaellig zeichen mindestens wert standard gut guten tag nacht haus liebe leben hund katze
      freund welt jetzt nach vor alle niemand weiss beispiel entwicklung produktion benutzer projekt anwendung text
      wort satz ersetzen unterschrift niemals immer klein gross bier wurst strasse hallo danke sonne wetter geheimwort
      woerter worter zahl zahlen buchstaben sonderzeichen generiert zufalls zeichenkette kette setzen ersetze nur
      lokal teilen zugriff nutzer laden schule universitaet arbeit kurs buch spiel sohn tochter mutter vater fussball
      strand mond meer himmel gluecklich freude kuss brot kase kaffee milch reis huhn fisch vogel blume baum alles
      nichts schlecht ich du er sie wir will kann noch schwer leicht kompliziert geschuetzt schluesseln privat
      privater oeffentlich neu neuer alt alte streng ganz super meines deines unseres eines werden wird sind war zum
      zur bei aus wie was wer so schwimmen see ente frei wieder weiter` },
  // Italian
  { bits: 8, words: `una uno il lo la gli le di del della e con per molto piu non mio mia tuo tua nostro nostra questo questa qui
      deve essere fare favore sicuro sicura lunga lungo casuale stringa valore predefinito buono buona giorno notte
      casa amore vita cane gatto amico mondo adesso dopo prima tutti nessuno sa esempio prova sviluppo produzione
      utente progetto applicazione codice testo parola caratteri almeno cambiare sostituire generare firma mai sempre
      ciao grazie pizza segretissima segretissimo frase parole numero lettere speciali generata generato casualmente
      inserire inserisci metti sostituisci solo locale condividere accesso utenti negozio scuola universita lavoro
      corso libro gioco figlio figlia madre padre calcio spiaggia sole luna mare cielo felice gioia bacio pane
      formaggio caffe latte riso pollo pesce uccello fiore albero tutto niente bene male io lei noi loro voglio puo
      ancora difficile facile complicata protetta chiavi privata pubblica nuovo nuova vecchio bella bello forza napoli
      juve roma andra gestione ordini biblioteca nel mezzo camin` },
  // Dutch
  { bits: 8, words: `een het de van en is met voor op niet meer zeer heel mijn jouw onze dit deze hier moet zijn maken alstublieft
      veilig veilige lang lange willekeurig willekeurige tekens minstens waarde goed dag nacht huis liefde leven hond
      kat vriend wereld nu daarna alle niemand weet voorbeeld ontwikkeling productie gebruiker project toepassing
      tekst woord veranderen vervang handtekening nooit altijd klein groot fiets kaas hallo bedankt zin woorden getal
      letters speciale gegenereerd zet alleen lokaal delen toegang gebruikers winkel school werk cursus boek spel zoon
      dochter moeder vader voetbal strand maan zee hemel gelukkig vreugde kus brood koffie melk rijst kip vis vogel
      bloem boom alles niets ik jij hij zij wij wil kan nog moeilijk makkelijk ingewikkeld beschermd sleutels nieuw
      oud mooi welkom mag weten super boterham pannenkoek hagelslag` },
  // Polish and Czech
  { bits: 8, words: `jest nie tak moj moja moje twoj twoja nasz nasza ten ta to tutaj musi byc prosze bezpieczny bezpieczne
      bezpieczna dlugi dluga dlugie losowy losowe losowa znakow minimum wartosc domyslny dobry dobra dzien noc dom
      milosc zycie pies kot przyjaciel swiat teraz wszyscy nikt wie przyklad produkcja uzytkownik projekt aplikacja
      tekst slowo podpis nigdy zawsze maly duzy piwo czesc dziekuje super muj tvuj nas tento zde byt prosim bezpecny
      bezpecne dlouhy dlouhe nahodny nahodne znaku hodnota den dum laska zivot pes kocka pritel svet ted vsichni nikdo
      vi priklad vyvoj uzivatel aplikace slovo nikdy vzdy pivo ahoj zdanie slowa liczba litery specjalne wygenerowany
      wstaw wpisz zamien zmien tylko lokalny udostepniaj dostep sklep szkola praca kurs ksiazka gra syn corka matka
      ojciec plaza ksiezyc morze niebo szczescie radosc chleb ser kawa mleko ryz ryba ptak kwiat drzewo wszystko nic
      ja ty on ona my chce moze jeszcze trudny latwy klucze prywatny publiczny nowy stary ladny dowolny ciag jakis
      witaj swiecie kocham cie polska veta slova cislo pismena specialni vygenerovany vlozte vymente zmente pouze
      mistni sdilet pristup obchod skola prace kurz kniha hra dcera otec fotbal plaz slunce mesic more nebe stastny
      radost chleba syr kava ryze kvet strom vsechno chci muze jeste tezky lehky klice soukromy verejny novy pekny
      nejaky retezec nekdo nejake velmi silny bezpecnost vas zmenit produkci kun zlutoucky prilis` },
  // Turkish
  { bits: 8, words: `bir bu su ve ile icin cok daha degil benim senin bizim burada olmali yapmak lutfen guvenli uzun rastgele
      karakter en az deger varsayilan iyi gun gece ev ask hayat kopek kedi arkadas dunya simdi sonra once herkes kimse
      bilmiyor ornek deneme gelistirme uretim kullanici proje uygulama kod metin kelime imza asla her zaman merhaba
      tesekkur anahtari sifresi gizlidir cokgizli cumle kelimeler sayi harf ozel uretilen rasgele dizi metni koyun
      yazin degistir sadece yerel paylasmayin erisim kullanicilar magaza okul universite is kurs kitap oyun ogul kiz
      anne baba futbol plaj gunes ay deniz gok mutlu sevinc ekmek peynir kahve sut pirinc balik kus cicek agac hersey
      hicbir ben sen o biz siz istiyorum olabilir henuz zor kolay karmasik korumali anahtarlar acik yeni eski guzel
      benimki bilmesin bilmez selam gizlice asiri istanbul ankara izmir turkiye` },
  // Indonesian and Malay
  { bits: 8, words: `ini itu yang dan di ke dari untuk dengan tidak sangat lebih saya aku kamu kita kami anda disini harus jadi buat
      tolong aman panjang acak karakter minimal nilai bawaan baik hari malam rumah cinta hidup anjing kucing teman
      dunia sekarang nanti semua tidakada tahu contoh coba pengembangan produksi pengguna proyek aplikasi kode teks
      kata tanda tangan jangan selalu halo terima kasih kopi nasi goreng sekolah pelajar kuncirahasia rahasiaku banget
      kalimat huruf angka khusus dihasilkan ganti ubah masukkan isi hanya lokal bagikan akses toko kampus kerja kursus
      buku permainan anak ibu ayah bola pantai matahari bulan laut langit bahagia roti keju susu ayam ikan burung
      bunga pohon apa siapa tau bisa boleh masih sulit mudah rumit kuat terlindungi kuncinya pribadi umum baru lama
      bagus sekali adalah akan sudah belum ada merdeka sayang ku mu nya gw lu nih dong tugas akhir skripsi kelompok
      negara` },
  // Swedish, Danish and Norwegian
  { bits: 8, words: `en ett och ar som for med pa inte mycket mer min mitt din ditt var vart detta denna har maste vara gora tack
      saker sakert lang langt slumpmassig tecken minst varde god dag natt hus karlek liv hund katt van varld nu sedan
      alla ingen vet exempel utveckling anvandare projekt text ord aldrig alltid hej og er ikke meget mit dit vores
      dette denne her skal gore venligst sikker sikkert tilfaeldig tegn mindst veerdi hjem kaerlighed verden ved
      eksempel produktion bruger ny veldig dere tilfeldig noen kaffe takk mening nummer bokstaver genererad byt ersatt
      endast lokal dela atkomst butik skola arbete kurs bok spel son dotter mor far fotboll strand sol mane hav himmel
      lycklig gladje kyss brod ost mjolk ris fisk fagel blomma trad allt inget jag du han hon vi vill kan annu svar
      latt komplicerad skyddad nycklar privat offentlig gammal vacker sommar vinter saetning bogstaver genereret
      erstat skift udskift kun del adgang skole arbejde bog spil datter fodbold maane lykkelig glaede kys maelk fugl
      blomst trae alting intet jeg dig hun vil endnu svaer let noegle nogle noegler gammel smuk setning generert
      erstatt bytt endre bare tilgang butikk spill fotball glede melk tre alt ingenting meg deg vanskelig enkel nokler
      vakker` },
  // Finnish and Hungarian
  { bits: 8, words: `yksi ja on ei se joka tama tassa minun sinun meidan hyvin pitka turvallinen satunnainen merkkia vahintaan arvo
      hyva paiva yo talo rakkaus elama koira kissa ystava maailma nyt kaikki kukaan tietaa esimerkki kehitys tuotanto
      sana aina moi kiitos salaisuus egy ez az es van nem nagyon hosszu biztonsagos veletlen legalabb karakter ertek
      jo nap ejszaka haz szerelem elet kutya macska barat vilag most mindenki senki tudja pelda fejlesztes felhasznalo
      szo soha mindig szia koszonom lause sanat numero kirjaimet erikois luotu vaihda korvaa vain paikallinen jaa
      paasy kauppa koulu tyo kurssi kirja peli poika tytar aiti isa jalkapallo ranta aurinko kuu meri taivas
      onnellinen ilo leipa juusto kahvi maito riisi kala lintu kukka puu mitaan mina sina han me haluan voi viela
      vaikea helppo erittain avaimet yksityinen julkinen uusi vanha kaunis tuotannossa perkele mondat szavak szam
      betuk kulonleges generalt generald csere cserel ide csak helyi oszd meg hozzaferes bolt iskola munka tanfolyam
      konyv jatek fiu lany anya apa foci strand hold tenger eg boldog orom kenyer sajt kave tej rizs hal madar virag
      fa minden semmi en te mi akar lehet nehez konnyu komplex bonyolult kulcsok kulcsot magan nyilvanos uj regi szep
      valtoztasd valtozas jelszava` },
  // Romanian, Croatian and Serbian
  { bits: 8, words: `este si nu foarte mai mea meu nostru acesta aici trebuie fie sigur sigura lung lunga aleator caractere cel putin
      valoare buna zi noapte casa dragoste viata caine pisica prieten lume acum toti nimeni stie exemplu dezvoltare
      utilizator proiect aplicatie cuvant niciodata salut multumesc ovo je vrlo jako moj moja tvoj nas ovdje mora biti
      molim siguran sigurna dugacak nasumican znakova najmanje vrijednost dobar dan noc kuca ljubav zivot pas macka
      prijatelj svijet sada svi nitko zna primjer razvoj korisnik rijec nikad uvijek kljuc lozinke hvala propozitie
      cuvinte numar litere speciale generat pune inlocuieste doar local distribui acces magazin scoala munca curs
      carte joc fiu fiica mama tata fotbal plaja soare luna mare cer fericit bucurie paine branza cafea lapte orez
      peste pasare floare copac tot nimic eu tu el ea noi vreau poate inca greu usor complicat protejat chei privat
      public nou vechi frumos fost recenica rijeci rec reci broj slova posebni generisan generiran zamijeni zameni
      promijeni promeni samo lokalni dijeli pristup trgovina skola posao tecaj kurs knjiga igra sin kci majka otac
      nogomet plaza sunce mjesec mesec more nebo sretan srecan radost kruh hleb sir kava kafa mlijeko mleko riba ptica
      cvijet cvet drvo sve nista ja ti ona mi zelim moze jos tezak lak slozen zasticen kljucevi privatni javni novi
      stari lijep mnogo tajno zdravo svete neki niz` },
  // Russian and Ukrainian, transliterated
  { bits: 8, words: `eto moy moya moi tvoy nash ochen dlinnyy dlinny bezopasnyy sluchaynyy simvolov znachenie dobryy den noch dom
      lyubov zhizn sobaka koshka drug mir seychas vse nikto znaet primer razrabotka polzovatel proekt prilozhenie
      slovo nikogda vsegda privet spasibo sekretnyi kluch tayna parolchik menya zdes ne nado fraza slova nomer bukvy
      generirovat sgenerirovannyy postav zamenit zamenite pomenyay tolko lokalnyy dostup magazin shkola rabota kurs
      kniga igra syn doch mat otec futbol plyazh solntse luna more nebo schastye radost hleb syr kofe moloko ris ryba
      ptitsa tsvetok derevo vsyo nichego ya ty on ona my hochu mozhet eshche trudno legko slozhnyy zashchishchennyy
      klyuchi chastnyy publichnyy novyy staryy krasivyy kak dela stroka dlinnaya sluchaynaya kakoy nibud samyy krutoy
      rossiya moskva tse mii duzhe dovhyi bezpechnyi vypadkovyi rechennia lyshe robota knyha hra dochka maty batko
      sontse misiats khlib kava ptakh kvitka nichoho ukraina kyiv slava pryvit svit taiemnyi kliuch` },
  // Vietnamese, Filipino, Swahili
  { bits: 8, words: `day la cua toi ban chung khong rat dai an toan ngau nhien ky tu it nhat gia tri mac dinh xin chao ngay dem nha
      yeu cuoc song cho meo gioi bay gio tat ca vi du phat trien nguoi dung ung chu cam mat khau chuoi ito ang aking
      mga ay hindi sobrang mahaba ligtas salita kaibigan mahal kita bahay buhay aso pusa mundo ngayon lahat walang
      nakakaalam halimbawa salamat kumusta hii ni yangu yako sana ndefu salama neno rafiki upendo nyumba maisha mbwa
      paka dunia sasa wote mfano asante jambo cau so dac biet thay doi nhap dien chi noi bo chia se truy cap hang
      truong hoc viec khoa sach tro choi con gai trai me bong da bien troi trang vui banh mi phe sua gao chim hoa cay
      moi co gi em anh muon duoc van kho de phuc tap rieng cong khai cu dep nam viet sinh vien do tot nghiep batmi
      titik bilang palitan ilagay lamang dito bahagi tindahan paaralan trabaho aklat laro anak nanay tatay dagat
      langit araw buwan masaya tinapay gatas isda ibon bulaklak puno wala ako ikaw siya tayo gusto pwede pa mahirap
      madali susi lihim sikreto bago luma maganda po sentensi herufi nambari badilisha weka hapa shiriki duka shule
      kazi kitabu mchezo mama baba jua mwezi bahari mbingu furaha mkate maziwa samaki ndege ua mti kila hakuna mimi
      wewe yeye sisi nataka ufunguo mpya zamani nzuri matata` },
  // Hindi, Japanese, Chinese and Korean, transliterated
  { bits: 8, words: `yeh mera meri tera tumhara bahut lamba surakshit shabd accha din raat ghar pyar zindagi kutta billi dost duniya
      abhi sab koi nahi jaanta udaharan namaste dhanyavaad bharat gupt chabi bhai kya hai karo mat kore watashi anata
      totemo nagai anzen kotoba tomodachi sekai sakura neko inu arigato konnichiwa sayonara ohayo kawaii sensei sushi
      ramen naruto sasuke nihon wode nide women zheshi hen chang anquan suiji zhongguo nihao xiexie pengyou shijie
      woaini aini gou mao jia annyeong saranghae chingu gomawo hanguk kimchi vakya akshar sankhya badlo badal likho
      daalo sirf yahan batana batao dukaan vidyalaya kaam kitab khel beta beti maa pita baap suraj chand sagar aasman
      khushi roti chai dudh chawal machli chidiya phool ped kuch sabko main tum hum woh chahiye sakta mushkil aasan
      chabhi naya purana sundar kisi kisiko jai shri shree ram hanuman hindustan mahan desh mata ki ka ke se ko par
      bun moji suuji kaeru kaete dake koko mise gakkou shigoto hon asobi musuko musume haha chichi umi sora taiyou
      tsuki shiawase pan gyuunyuu gohan sakana tori hana minna nani boku kimi kare kanojo hoshii mada muzukashii
      kantan kagi himitsu atarashii furui utsukushii desu masu no wa wo ga ni aikotoba hajime gakusei tokyo osaka
      kyoto shuru tihuan gai zhi zheli fenxiang shangdian xuexiao gongzuo kecheng shu youxi erzi nuer mama baba zuqiu
      haitan taiyang yueliang tian kuaile mianbao kafei niunai mifan yu niao hua meiyou nimen tamen xiang keyi nan
      rongyi miyao mima jiami xin jiu piaoliang zhege yige ta shi bu de ai zai you le zhang wang li liu chen yang xiao
      ming beijing shanghai bieren gaosu munjang geulja sutja baekkwo yeogi gongyu gage hakgyo ireul chaek nori adeul
      ttal eomma appa bada haneul taeyang dal haengbok ppang uyu bap saeng kkot namu modu eopda na neo uri wonhae
      yeolsoe yeppeun imnida ieyo seoul busan` },
  // Catalan, Galician, Basque
  { bits: 8, words: `la el els les una amb per molt meu meva teu nostra clau secreta contrasenya paraula canvia aquesta aixo es segur
      llarga cadena aleatoria caracters com produccio hola mon gracies chave contrasinal segredo moi cambia esta
      giltza sekretua pasahitza aldatu kaixo mundua` },
  // Slovak, Slovenian, Bulgarian, Macedonian, transliterated
  { bits: 8, words: `moj moja tvoj toto velmi dlhy nahodny heslo kluc zmenit slovo ahoj svet slnko more laska zivot zelo skrivnost
      geslo kljuc spremeni zdravo ljubezen moi moya tova mnogo dulug sluchaen parola klyuch tayna promeni dobur den
      obicham lozinka klucot tajna` },
  // Lithuanian, Latvian, Estonian
  { bits: 8, words: `labai slaptas raktas slaptazodis pakeisk ilgas atsitiktinis labas pasauli mano tavo loti slepena atslega parole
      nomaini gara nejausa sveika pasaule mans vaga salajane voti parool muuda pikk juhuslik tere maailm minu sinu` },
  // Greek, transliterated
  { bits: 8, words: `to mystiko mistiko kleidi klidi kodikos poly megalo tixaio allaxe kalimera kalispera kosme ellada athina agapi
      zoi spiti mou sou einai den kai apo gia edo` },
  // Uzbek, Kazakh, Azerbaijani, transliterated
  { bits: 8, words: `bu yerga juda maxfiy kalit kamida belgili belgilik yozing uzun tasodifiy hech kim bilmasin parol ozgartiring
      salom dunyo mening sizning oddiy xavfsiz matn kodi uchun va bilan ozbekiston toshkent menin kupiya kilt
      ozgertiniz salem alem uzaq tasaduf cox gizli acar sifre deyisin salam dunya menim` },
  // Arabic and Persian, transliterated
  { bits: 8, words: `sirr sirri serri asrar miftah mafateh moftah kalimat alsir alsirr kalimatu almuroor murur jiddan hada huwa hiya
      ana anta min ila fi ala la ma bismillah alhamdulillah subhanallah mashallah inshallah allah akbar rahman rahim
      habibi habibti yalla salam marhaba sabah khair shukran kelid makhfi ramz obur besyar toolani tasadofi avaz kon
      donya man to ast khoda mamnoon iran tehran` },
  // Hebrew, transliterated
  { bits: 8, words: `sod sodi sodit mafteach maftech sisma meod aroch akrai shane shalom olam ani ata shel zeh zot lo ken toda ahava
      chaim bayit beyoter katan gadol israel` },
  // Urdu, Bengali, Tamil, Telugu, transliterated
  { bits: 8, words: `khufia chabi raaz mera meri yeh bohat lamba pakistan zindabad lahore karachi shukriya gopon amar tomar eta khub
      lomba sonar bangla dhaka bhalobasha dhonnobad ragasiyam ragasiya thirappu en un idhu romba neelam vanakkam
      nandri tamil chennai anbu rahasyam na nee idi chala podavu namaskaram telugu hyderabad prema` },
  // Thai, Burmese, Khmer, transliterated
  { bits: 8, words: `khwam lap rahat khong chan ni yao mak sawasdee sawatdee khrap kha lok rak chiwit thai bangkok mingalaba` },
  // Afrikaans, Hausa, Yoruba, Amharic, Somali
  { bits: 8, words: `baie geheime sleutel wagwoord verander hierdie lang lukraak hallo wereld sirri mabudi kalmar sirrin asiri bokonu
      oro kokoro mister qulf yemisker sirta furaha` },
  // typed on a keyboard of another script
  { bits: 8, words: `ghbdtn gfhjkm ctrhtn ntcn vfvf gfgf yfnfif fylhtq vjcrdf hjccbz gjkmpjdfntkm dkssud dkssudgktpdy tkfkd tkfkdgo
      qlalf qlalfqjsgh gksrnr dhkdlvm zjavbxj` },
]; // prettier-ignore
