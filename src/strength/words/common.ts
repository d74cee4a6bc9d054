import type { WordTier } from './tier.ts';

/**
 * Everyday English, the words of programmers' small talk, given names, places, teams, characters and brands that turn up
 * in passwords. Compiled by hand.
 */
export const COMMON: readonly WordTier[] = [
  {
    bits: 7,
    words: `you i we he she they them our his her its was are were been have has had will would can could may might
      shall if then else when where what which who why how all every each more most less many much few good best big
      small one two three four five six seven eight nine ten zero first second third last time next day year month
      week today love like want make made think see look find give take come get got let also just now always still
      but from by as about into over under out up down off again there their these those than too anyone someone
      nothing everything anything yes ok okay thing things way life work home house number code data system program
      computer internet online game games play hi bye man woman boy girl people person friend friends god king queen
      dragon monkey shadow sunshine princess football baseball welcome letmein qwerty iloveyou batman superman pokemon
      starwars ninja pirate unicorn pizza coffee cheese banana apple orange chocolate blue red green black white
      yellow summer winter autumn january february march april june july august september october november december
      monday tuesday wednesday thursday friday saturday sunday mother father brother sister baby dog cats dogs bird
      fish horse tiger lion bear wolf book books school student students teacher doctor bank money shop store cart
      order orders product products customer customers blog post posts chat message messages todo list task tasks
      note notes movie movies music video photo image social network media mail email phone mobile android ios google
      facebook twitter github gitlab amazon azure aws cloud crypto bitcoin wallet payment payments pay food recipe
      restaurant hotel travel hospital health care job jobs event events ticket tickets portal manager management
      tracker expense finance inventory library university college course learning tutorial academy`,
  },
  {
    bits: 11.5,
    words: `able above accept account across act action active add address after against age ago agree air alive almost
      alone along already although am among amazing angel angry animal answer apart area arm army around arrive art
      article ask asleep attack audio author away awesome back bad bag ball band bar based basic basket bath battle
      beach beautiful beauty became because become bed beer before began begin behind being believe bell below beside
      better between beyond bike bill bind black block blood board boat body bone born boss both bottle bottom bought
      bowl box brain brand brave bread break breakfast bridge bright bring broken brown bug build builder building built
      burn bus business busy button buy cake call called calm camera camp candy captain car card case cash castle cause
      cell center central chain chair champion chance changed channel check chef chicken child children choice choose
      church circle city claim class classic clean clear click climb clock close closed cloth clown club coach coast
      coat cold color colour column combine comment common community compare complete connect contact contain content
      control cook cool copy core corner correct cost count country couple cover cow crazy cream create created crew
      cross crown cry cup curious current custom cut cycle dad daily dance danger dangerous dark darkness date dates
      daughter dead deal dear death decide deep delete deliver delivery deploy desert design desk detail device
      diamond did die different dinner direct dirty discord disk display dive does doing domain done door double
      draw dream drink drive driver drop dry duck during dust each early earth easily easy eat edge editor effort egg
      either electric element elephant eleven empty end ended enemy energy engine english enjoy entire error escape
      even evening ever evil exact except excited exit expert explain extra eye eyes face fact factory fair fall false
      family famous fan far farm fast fat favorite favourite fear feature feed feel feeling feet fell field fight final
      finally fine finger finish fire fit fix flag flash flat float floor flow flower fly folder follow fool foot
      force forest forever forget forgot form format forward found fox frame free freedom fresh front fruit full fun
      function funny future gaming garden gas gate gave ghost giant gift glass gold golden gone goodbye grand grass
      gray great grey ground group grow guard guest guide guitar gun guy hair half hall hand handle happen happy hat
      hate haven head hear heart heat heaven heavy hell help hero herself hidden hide high hill himself hint history
      hit hold hole holiday honey hope horror host hot hour however huge human hundred hungry hunter hurry ice idea
      ideal identity idiot ignore inside instead into invalid iron island issue item items itself jacket jam jelly
      join joke jump jungle junior keeper kept kick kid kids kill kind kitchen kitten kiss knife knight knock known
      lab label lady lake lamp land language large laser late later laugh law layer lazy lead leader leaf learn leave
      left leg legend lemon lend letter level license lie light limit line link listen little live living lock logic
      lonely lose loss lost lot loud low lower luck lucky lunch machine mad magic main maker map mark market marry
      match matter maximum maybe meal mean meat meet meeting member memory men menu metal middle mile milk million
      mind mine minute mirror miss mix mode model modern module mom moment monitor monster moon morning mountain mouse
      mouth move much muffin mud myself mystery named nation nature near neck nerd never news nice night noise normal
      north nose nuclear number object ocean offer office old once open option other otherwise outside owner pack page
      paid pain paint pair panda paper parent parents park part partner party past path pattern peace penguin pepper
      perfect perhaps pet phoenix piano pick picture pie piece pig pilot pink place plan planet plant plastic plate
      player plug plus pocket point police poor popular port possible potato potter power powerful present press
      pretty price prime print prison private problem process processor proof proper protect protected proud public
      pull puppy purple push puzzle quest question quick quickly quiet quite rabbit race radio rain rainbow raise ran
      range rather reach read reader ready reason rebel receive record recover remember remove rent repeat reply
      report request rescue reset resource rest result return rich ride right ring river road robot rock rocket role
      roll roof room rose round route row royal rule run runner running sad sailor sale salt same sand santa sauce
      save saw say scene score screen script sea search season seat see seed seek seem sell send sense sent server
      setting settings shake shape shark sharp sheep shell shine ship shirt shoe shoot short shot shoulder shout show
      shower shut sick side sight silent silly silver similar simple simply since sing single sit sky sleep slow smart
      smell smile smoke snake snow soccer soft software soldier solid solution solve son song soon sorry soul sound
      soup source south space spark speak special speed spell spider spin spirit spoon sport spot spread square stage
      stand star stars start state station stay steal steam steel step stick stone stop storm story strange stranger
      street strength strike stuff stupid style subject submit sugar suit sun sure surprise swear sweet swim switch
      sword table tail talk tall target taste tea team tech tell temple terrible text thank thanks thin third though
      thought thousand through throw thunder tie till tiny tired title together token tomato tomorrow tonight took
      tool tools topic total touch toward tower town toy track trade train treasure treat tree tried trip trouble
      truck true trust truth try turn turtle twelve twenty twice type ugly uncle understand union universe unknown
      unless until upon used useful user using usual valid valley vampire variable version victory view village visit
      voice wait wake walk wall war warm warning warrior was wash watch water wave weak wear weather wedding well went
      west wet whatever wheel whether while whole whose wide wife wild win wind window wine wing winner wise wish
      within without wizard wonder wonderful wood word words worker working worry worth wow write writer written wrong
      yeah yesterday yet young yours yourself zebra zombie zone`,
  },
  {
    bits: 11.5,
    words: `abstract access activation actor agent airflow alert alpha analytics angular ansible apache apollo archive
      array assert async backup balance bash batch beta binary boilerplate booking bootstrap bot branch browser bucket
      buffer bugs builder bundle bypass byte cache calendar callback canary career category cert certificate checkout
      chrome cipher clinic cluster codec codes coding collection command compiler component compose computing console
      constant consumer container controller cors counter crud crypt csrf daemon dashboard database dataset deadline
      debian debug decoder decrypt default deploy deployment desktop developer devops digital digest directory docs
      document documents domain download driver echo ecommerce edge elastic electron employee employees emulator engine
      enterprise entity entropy environment error eslint export fastapi fastify feed feedback fiber field files filter
      fintech fitness flow flutter forum framework function gamer generic git go grafana gin gorm grpc handler handshake
      harbor header helm heroku hibernate html http https hub ibm import index infra infrastructure init input insta
      install instance intel interface internal invoice iot java javascript jenkins jest job keycloak koa kotlin lambda
      laptop launch ledger library linux loader localhost log logger logistics logs lookup loop macos marketplace math
      merchant metrics micro middleware migration minio mobile module mono monorepo netlify nginx nodemon notification
      nosql npm nuxt oracle origin orm output owner package parser passport patient permission persist pipeline pizza
      plan platform playground plugin pool port portfolio postgresql prisma privacy profile prometheus protocol provider
      proxy publish python query queue quick quiz rabbitmq rate react realtime realworld redirect registry release
      remote render rental repo repository response rest reviews rider robot role route router runtime saas sales sandbox
      scanner schema script sdk seed selenium semester sensor sequelize serve serverless sessions shell signer simple
      slack smtp snippet socket spa sql sqlite stack startup static storage store stream stripe subscription svelte swagger
      symfony sync syntax tenant template terraform test tester tests thread timer trading traffic transaction trigger
      trip tweet twilio typescript typeorm ubuntu unity unix upload url vault vendor vercel version virtual vite vote
      webapp webhook webpack weblog windows wordpress worker workflow workshop workspace www yaml yarn zoom`,
  },
  {
    bits: 11.5,
    words: `aaron abdul adam adrian ahmad ahmed alan albert alberto alejandro alex alexa alexander alexandra alexis alfred
      ali alice alicia alina allison amanda amber amelia amina amir amit amy ana anastasia anders andre andrea andreas
      andrei andres andrew andy angela angelina anil anita anna anne anthony antonio anton arjun arthur arun ashley
      ashraf austin barbara beatriz ben benjamin bernardo bianca bob boris brandon brenda brian bruno camila carla
      carlos carol carolina caroline catherine cecilia charles charlie charlotte chris christian christina christopher
      claire clara claudia claudio cristian cristina daniel daniela danny david deepak denis diana diego dmitry dominic
      donald dora dylan edgar eduardo edward elena elisa elizabeth ella emily emma enrique eric erik ernesto ethan eva
      evelyn fabio fatima felipe felix fernanda fernando filip flavia florian francesco francisco frank fred frederik
      gabriel gabriela george gerard giovanni gloria grace greg guilherme gustavo hannah harry hassan heather hector
      helen helena henrik henry hugo hussein ian ibrahim igor ines irene iris irina isaac isabel isabella ivan jack
      jackson jacob jake james jan jane janet jason javier jean jeff jennifer jenny jeremy jessica jesus jim joan joao
      joe johan john johnny jonas jonathan jordan jorge jose joseph joshua juan judy julia julian juliana julie justin
      karen karim karl kate katherine katie kelly ken kenneth kevin khalid kim klaus kumar kyle larissa lars laura
      lauren leo leon leonardo leticia linda lisa lopez lorenzo louis lucas lucia luis luisa luke mahmoud manuel marc
      marcel marcelo marcin marco marcos maria mariana marie mario mark marta martin mary mateus matheus matthew maurice
      max maya megan mehmet melissa michael michel miguel mike milan mohamed mohammad mohammed monica muhammad mustafa
      nadia nancy natalia natasha nathan nicholas nick nicolas nicole nikita nina noah nora oleg oliver olivia omar oscar
      pablo pamela patricia patrick paul paula paulo pavel pedro peter philip pierre pooja priya rachel rafael rahul raj
      rajesh ralph ramesh raul rebecca renata ricardo richard rita robert roberto robin rodrigo roger rohit roman ronald
      rosa ruth ryan sabrina said salma sam samantha samuel sandra sanjay sara sarah scott sebastian sergey sergio shane
      sharon silvia simon smith sofia sonia sophie stefan stella stephanie stephen steve steven sunil suresh susan sven
      tatiana teresa theresa thiago thomas tiffany tim timothy tobias tom tommy tony tyler valentina valeria vanessa
      veronica victor victoria vijay viktor vincent vinicius vladimir walter wendy wesley william xavier yasmin yusuf
      zachary zoe`,
  },
  {
    bits: 11.5,
    words: `africa america amsterdam argentina asia athens australia austria bangalore bangkok barcelona beijing belgium
      berlin bogota boston brasil brazil britain brussels budapest cairo california canada chicago chile china colombia
      copenhagen dallas delhi denmark dubai dublin egypt england europe finland florida france germany hamburg hanoi
      holland hungary india indonesia iran ireland israel istanbul italy jakarta japan kenya kiev korea lagos lisbon
      london madrid malaysia manila mexico miami milano moscow mumbai munich nairobi nepal nigeria norway pakistan paris
      peru poland porto portugal prague rio roma romania rome russia sanfrancisco saigon seattle seoul shanghai
      singapore spain stockholm sweden sydney taiwan texas thailand tokyo toronto turkey ukraine vegas venezuela vienna
      vietnam warsaw washington york zurich
      arsenal barca chelsea juventus liverpool manchester milan realmadrid corinthians flamengo palmeiras boca river
      adidas audi bmw coca cola corolla disney dodge ferrari fiat ford gucci honda hyundai ikea kawasaki lego mazda
      mercedes microsoft mustang netflix nike nintendo nissan nokia oreo pepsi playstation porsche samsung sega sony
      spotify starbucks subaru suzuki tesla toyota uber volkswagen volvo whatsapp xbox yamaha youtube
      anakin aragorn avatar avengers bender bilbo buffy chewbacca dumbledore frodo gandalf gollum goku hagrid hermione
      hobbit hogwarts homer hulk iceman ironman joker kirby legolas luigi luffy mandalorian marvel mickey minecraft
      mordor naruto neo obiwan padawan pikachu pooh rambo rick morty sauron shrek skywalker skynet snoopy sonic spock
      spiderman spongebob startrek tardis thanos thor trinity vader voldemort wolverine yoda zelda zeus apollo athena
      ganesha krishna allah jesus buddha olympus merlin odin loki hades hercules`,
  },
  {
    bits: 11.5,
    words: `cryptographically cryptographic classified information generating generates regenerate stored storing keeping
      persons personal whoever somewhere anywhere everywhere nowhere sometimes ending comes going having making taking
      giving getting saying says knew knowing seeing looking looks looked finding worked works uses wanted wants
      needed trying asks asked tells told telling calls keeps letting begins seems shows showed hears playing played
      runs moved lives believed brings happened writes provides sits stands loses pays meets includes continues sets
      learns learned changes leads leading understands watches follows stops creates creating speaks reads allows adds
      spends grows opens opened walks wins offers remembers loved considers appears buys waits serves dies sends
      expects builds stays falls cuts reaches kills remains suggests raises passes sells requires reports decides
      pulls worlds hands parts places cases weeks companies systems programs questions governments government numbers
      nights points homes waters rooms areas lots rights studies study businesses issues sides kinds heads houses
      services fathers powers hours lines ends members laws cars cities communities names presidents president teams
      minutes ideas bodies backs faces others levels offices doors healths arts wars histories parties results
      mornings reasons researches research girls guys moments airs teachers forces educations education boys ages
      policies policy musics processes stronger strongest greatest larger largest smallest lowest higher highest
      longer longest shorter shortest faster fastest newer newest older oldest harder softer hotter lovely fluffy
      shiny dancing singing flying falling rising burning shining sleeping dreaming thinking laughing smiling crying
      screaming unicorns rainbows elephants monkeys dragons wizards ninjas pirates robots aliens zombies vampires
      angels demons ghosts monsters heroes knights princes prince queens kings castles mountains rivers oceans islands
      planets galaxy galaxies rockets asteroid comet lightning thunderstorm rainy sunny cloudy windy snowy foggy
      shield arrow arrows bow armor helmet potion dungeon guild clan legion empire republic kingdom potatoes tomatoes
      carrots onions garlic salad burger burgers sandwich noodles pasta spaghetti sushi taco burrito donut donuts
      brownie pancake pancakes waffle waffles bagel muffins cupcake cheesecake pretzel popcorn peanut butter maple
      syrup vanilla strawberry blueberry raspberry cherry peach mango pineapple coconut avocado kiwi grape melon
      watermelon pumpkin cinnamon ginger latte espresso mocha cappuccino whiskey vodka tequila rum champagne cocktail
      hamster bunny bunnies squirrel foxes raccoon otter beaver badger moose deer giraffe hippo rhino koala kangaroo
      gorilla chimp parrot eagle falcon hawk owl raven crow swan goose rooster dolphin whale octopus squid lobster
      crab shrimp salmon tuna butterfly bee bees ant ants beetle scorpion cobra viper lizard gecko dinosaur raptor
      mammoth griffin hydra kraken pegasus centaur cyclops minotaur sphinx dishwasher microwave fridge toaster blender
      vacuum sofa couch pillow blanket curtain carpet candle umbrella backpack purse necklace bracelet glasses hats
      shoes socks sneakers boots pants jeans sweater hoodie printer headphones speaker microphone charger battery
      cable modem antenna satellite accounting appointment appointments attendance auction auctions auth0
      authenticator backlog billing billings bidding bistro bloggers bookings bookshop bookstore budget budgets
      bulletin calculator campus candidate candidates carpool catalog chatbot chatapp classroom clone clones cms
      coaching coin coins contacts coupon coupons courses cricket crm dating deals developers diary doctors donation
      donations dormitory driving drones edtech elearning election elections emails erp estate exam exams expenses
      faculty farmer farmers fashion feedbacks fleet flights fooddelivery footballers forms foundation freelancer fund
      funds gallery garage gardens gradebook grocery groceries gym habits halls healthcare helpdesk hiring hostel
      hostels hotels household hr insurance interview interviews invoices journal kanban kindergarten laundry
      leaderboard lessons libraries listing listings loan loans loyalty luggage magazine mailer manage managers mart
      mechanic medical medicine meetings meetup membership mentor mentors messenger minimarket mobility modules motor
      museum newsletter notepad nutrition nursing onboarding optical orphanage outlet parking patients payroll
      pharmacy photos planner playlist podcast polls pos prescription pricing procurement productivity projects promo
      property properties purchase quizzes quotes ratings receipts recipes recruitment registration rentals repair
      reservation reservations rewards rideshare roommate salon scholarship schools shipping shops showroom skills
      smarthome solutions stadium staff statistics stocks storefront studio supermarket suppliers support surveys
      tailor talent taxi telehealth theater theatre timesheet tourism tournament tours trainer training transfers
      translations transport tutor tutors vehicles vendors venue veterinary videos visitor visitors voting wallets
      warehouse wellness wiki wishlist workout yoga zoo airbnb amazonclone appwrite astro aurora backbone bitbucket
      bootcamp bulma capstone cassandra celery chakra clerk cloudflare cloudinary cockroach codepen cordova couchbase
      cpp csharp css dart deno doppler dotnet drizzle dynamo elasticsearch elixir ember erlang expo expressjs fargate
      feathers figma fullstack gatsby gitops haskell ionic jira jquery kafka kibana kong koajs kubectl lerna lodash
      lua mariadb markdown meteor mern minikube mobx mongoose monorepos mui nats neon neovim ngrok nuget nx openapi
      openstack pagination perl planetscale playwright pnpm postman powerpoint preact puppet pusher quarkus redwood
      remix rollup rxjs salesforce sanity sass scala sentry shopify solidjs sonar splunk sqlserver sst stackoverflow
      stackblitz storybook sublime swift tailwind tauri tensorflow threejs trello trpc turborepo twitch uml unreal
      vscode vuejs vuex wasm webflow webrtc websocket wix woocommerce xamarin xcode zapier zod zustand bootstrapper
      brainstorm breakpoint broadcast bitwise byteman cleanup codebase concurrency cryptography ciphers datacenter
      decode decoded decrypted decryption dependency deprecated detection deterministic disposable draft dynamic
      elliptic encoder encrypted ephemeral expired exposed extension fetch filesystem firewall firmware forgery fork
      frontends hashed hashing headers heartbeat honeypot identifier immutable injection inspector integrity internals
      isolate isolated iteration kernel keychain keyring keystore latency legacy listener locale locker logout malware
      manifest mapping metadata monitoring namespace nonce nonsecret obfuscated offline offset operator overflow
      overwrite packet pairing passkey patch pentest performance permissions phishing plaintext polling prefix preview
      priority privilege privileged promise prompt prototype provision pulse purge randomly randomness realm rebuild
      recursive redacted refactor refresher regression relay reliable rehearsal replay replica reserved restore
      restored retrieve revoked rollback rotated rotation runbook sanitized scaffold scheduler scoped seeded segment
      serial serializer sha1 shard sharding signed signatures simulation singleton snapshot spoof standalone subdomain
      subscriber suffix superuser symmetric synthetic tamper tampered telemetry tenants terminal threshold throttle
      timestamp tokenized tooling trace tracing tunnel typed ultra ultimate unauthorized unbreakable uncrackable
      uptime validator verified verifier versioned vulnerable watermark webserver whitelist wildcard wrapper lobby
      arcade sudoku chess checkers tetris pacman metroid roblox fortnite valorant overwatch skyrim fallout witcher
      diablo warcraft starcraft doom quake halo jones johnson williams davis miller wilson moore taylor anderson
      harris clark lewis robinson walker allen wright adams baker nelson carter mitchell turner phillips campbell
      parker evans edwards collins stewart morris murphy rogers morgan cooper peterson reed bailey gomez howard ward
      cox diaz richardson watson brooks bennett reyes cruz hughes myers foster sanders ross garcia rodriguez hernandez
      martinez gonzalez perez sanchez ramirez torres flores rivera silva santos oliveira souza pereira costa ferreira
      almeida ribeiro carvalho gomes schmidt schneider fischer weber meyer wagner becker schulz hoffmann koch bauer
      dubois durand lefebvre moreau laurent rossi russo bianchi romano colombo ricci nguyen tran pham hoang singh
      sharma gupta patel shah verma mehta khan hussain malik sheikh yadav reddy rao nair iyer roy ghosh wang zhang
      chen zhao huang zhou lee choi jung tanaka sato watanabe yamamoto ito kowalski nowak ivanov petrov sidorov popov
      abhishek aditya aishwarya akash akhil ankit ankita anjali aniket arnav ashish ashok ayush bhavya chetan devansh
      dhruv divya gaurav harsh harshit himanshu ishaan jay jatin kabir karan kartik kavya kunal lakshmi manish manoj
      mayank mohit naman nandini naveen neha nikhil nisha nitin pankaj parth pradeep pranav prashant pratik puja
      rakesh ravi ritik rishabh rohan sachin sahil sakshi sandeep shivam shreya shruti shubham sneha sonal sourav
      suraj swati tanmay tushar utkarsh vaibhav varun vikas vikram vinay vishal vivek yash meghana pavan sai ahmet
      ayse fatma emre burak murat omer hakan ozan deniz selin elif zeynep linh trang minh hung thanh huong lan mai
      tuan duc hieu phuong budi siti dewi agus wahyu rizky putri ayu eko dian fajar ilham olumide chinedu ngozi emeka
      tunde kwame kofi ama yuki haruto sakura hiroshi takeshi kenji aiko naomi jihoon minji seojun jimin jungkook
      taehyung inigo montoya weasley malfoy snape mcgonagall stark lannister targaryen baratheon greyjoy tyrion arya
      sansa daenerys cersei jaime bran hodor uzumaki uchiha kakashi hinata itachi madara hokage ichigo zoro nami sanji
      eren mikasa levi armin gon killua tanjiro nezuko asuka shinji vegeta gohan piccolo frieza saiyan kamehameha
      trusted midnight moonlight sunset sunrise starlight twilight daylight spotlight fireworks meme lol rofl lmao wtf
      omg yolo noob pwned hacked haxor h4x0r 1337 consectetur adipiscing elit incididunt labore dolore magna aliqua
      meow woof moo oink quack boom bang crash splash gamma delta epsilon sigma omega theta zulu yankee xray tango
      sierra romeo quebec papa lima kilo juliet golf foxtrot bravo`,
  },
  {
    bits: 12,
    words: `absence absolute academic accident accurate achieve acid acquire actress actual adapt addition adequate adjust
      administration admire admit adopt adult advance advantage adventure advertise advice advise affair affect afford
      agency agenda aggressive agreement agriculture aid aim album alcohol alien alliance allowance alphabet
      alternative altogether ambition ambulance amount analysis ancient anger angle anniversary announce annual
      anxiety anxious apartment apologize apparent appeal appearance appetite applause appoint appreciate approach
      appropriate approval approve approximate argue argument arise arrange arrangement arrest arrival artist aside
      aspect assault assemble assembly assess assessment asset assign assignment assist assistance assistant associate
      association assume assumption assure athlete atmosphere attach attempt attend attention attitude attorney
      attract attraction attractive audience aunt authority automatic average award aware awareness awful background
      bacon balcony bare barely bargain barrel barrier basement basis bathroom beam bean bearing beat beef behavior
      behaviour bench bend benefit bet bias bid birth birthday bite bitter blade blame blast bless blind blonde bloom
      blow boil bold bomb bond bonus boost border bore boring borrow bother bounce boundary bowling brake breast
      breath breathe breeze brick bride brief brilliant broad broker bronze brush bubble bullet bunch burden burst
      bury bush butcher cabin cabinet calculate campaign cancel cancer cannon cap capable capacity capital capture
      carbon careful carriage carrier carry carve cast casual catch cattle caution cave cease ceiling celebrate
      celebration celebrity ceremony certain certainly challenge chamber chapter charge charity charm chart chase
      cheap cheat cheek cheer chemical chemistry chest chew chief childhood chin chip chorus cigarette cinema
      circumstance cite citizen civil civilian clay clever cliff climate clip clothes clothing clue coal coalition
      collapse collar colleague collect collective colony combat combination comedy comfort comfortable commerce
      commercial commission commitment committee commodity communicate communication communist companion comparison
      compensation compete competition competitive complain complaint completely complexity complicate composition
      comprehensive compromise compute concentrate concentration concept concern concert conclude conclusion concrete
      condition conduct conference confidence confident confirm conflict confuse confusion congress connection
      conscience conscious consequence conservative consider considerable consist consistent constitution construct
      construction consult consultant consume consumption contemporary contempt contest context continent contract
      contrast contribute contribution convenience convention conventional conversation convert convey conviction
      convince cooking cooperate cope corn corporate corporation cotton council counsel county courage court cousin
      coverage craft creation creative creature credit creep crime criminal crisis criteria critic critical criticism
      crop crowd crucial cruel cruise crush crystal cultural culture cupboard cure curiosity curly currency currently
      curve cycles damage damp darling dawn debate debt decade decent decision deck declare decline decorate decrease
      defeat defence defend defense deficit definite definition degree delay delicate delicious delight demand
      democracy democratic demonstrate dense dentist department departure depend dependent deposit depress depression
      depth deputy derive describe description deserve designer desire desperate despite destination destiny destroy
      destruction detective determine devil devote dialogue differ difference difficulty dig dignity dimension diner
      diplomat direction director disability disappear disappoint disaster discipline discount discover discovery
      discuss discussion disease dish dismiss disorder distance distant distinct distinction distinguish distribute
      distribution district disturb diverse divide divine division divorce dock dollar domestic dominant dominate dose
      dot dozen drag drama dramatic drawer drawing drift drum drunk duty dwarf eager ear earn earnings earthquake ease
      economic economics economy edition editorial educate effective efficient eighteen elbow elderly elect elegant
      eliminate elite elsewhere embarrass embrace emerge emergency emotion emotional emperor emphasis employ employer
      employment enable encounter encourage enforcement engage engagement engineer engineering enhance enormous ensure
      entertain entertainment enthusiasm entrance entry envelope environmental episode equal equality equation
      equipment equivalent era especially essay essence essential establish establishment estimate ethics ethnic
      evaluate evaluation eventually evidence evident evolution examination examine excellent exception excess
      exchange exclude exclusive excuse execute executive exercise exhibit exhibition exist existence existing expand
      expansion expect expectation expedition expensive experience experiment explanation explode exploit explore
      explosion expose exposure expression extend extensive extent external extraordinary extreme fabric facility fade
      failure faint fairly faith fame familiar fantastic fantasy fare farewell fascinate fate fatal fatigue fault
      feather federal fee fellow fence festival fever fiction fierce fifteen fifty fighter figure film financial firm
      fist flame flavor flavour flee flesh flexible flood flour fluid focus fog fold folk footage forehead foreign
      forge formal formation former formula fort forth fortune forty foul founder fountain fourteen fourth fraction
      fragment franchise fraud freeze frequency frequent frog frontier frozen frustrate fuel fulfill fundamental
      funeral furniture furthermore gain gallon gang gap garbage gather gay gaze gear gene general generation generous
      genetic genius gentle gentleman genuine gesture gigantic glad glance globe glory glove goal goat goods gossip
      govern governor grab grade gradual graduate grain grandfather grandmother grant graph grave gravity greedy grief
      grill grin gross guarantee guidance guilt guilty gulf gum gut habit hammer handful handsome hang happiness
      harmony harvest haul hazard headline headquarters heal hedge heel height helicopter helpful hence herb heritage
      hesitate highlight highway hip hire historian historic hobby hockey holy honest honor honour hook horizon horn
      horrible hostile housing hug humble humor humour hunger hunt hurt husband hypothesis identical identify ideology
      ignorance illegal illness illusion illustrate imagination imagine immediate immigrant immigration immune impact
      implement implication imply importance impose impossible impress impression impressive improve improvement
      impulse inch incident include income increase incredible indeed independence independent indicate individual
      industrial industry inevitable infant infection inflation influence inform inherit initial initiative injure
      injury inner innocent innovation inquiry insect insight insist inspect inspiration inspire instant institution
      instruction instrument insult intellectual intelligence intelligent intend intense intensity intention
      interaction interest interesting interior international interpret interrupt interval intervention intimate
      introduce introduction invade invasion invent invention invest investigate investigation investment investor
      invisible invitation invite involve italian jail jar jaw jazz jealous jet jewelry joint journalist journey judge
      judgment juice junk jury justice justify keen ketchup kettle knee kneel knot labor labour lack ladder lane lap
      lately lawn lawsuit lawyer leadership league lean leather lecture legal legislation leisure liability liberal
      liberty lid lifestyle lift likely limb limitation limited liquid literary literature litter liver load locate
      location loose lord lorry loser loyal lump lung luxury magnetic magnificent maintain maintenance majority makeup
      mall manner manufacture manufacturer marble margin marine marriage married mask mass massive mate material
      mathematics mayor meaning meaningful meanwhile measure measurement mechanical mechanism medium mental mention
      mere merely mess metaphor method midst mild military mill mineral minimal minister ministry minor minority
      miracle misery mission mistake mixture moderate modest molecule monopoly mood moral moreover mortgage mostly
      motion motivate motivation motive mount multiple murder muscle mushroom musical musician mutual mysterious
      narrative narrow nasty national native natural naturally naval necessarily necessary necessity needle negative
      neglect negotiate negotiation neighbor neighbour neighborhood nerve nervous net neutral nevertheless nickname
      nod nonsense noon norm notable noted notice notion novel nurse nut oak obey objection objective obligation
      observation observe observer obstacle obtain obvious occasion occupation occupy occur odd odds offend offense
      offensive official onion opera operate operation opinion opponent opportunity oppose opposite opposition
      optimistic oral orbit orchestra ordinary organ organic organization organisation organize oriental orientation
      original ought ourselves outcome outline outstanding oven overall overcome overlook owe ownership oxygen pace
      pad painful palace pale palm panel panic parade paragraph parallel parliament partial participant participate
      participation particle particular partly partnership passage passenger passion passive paste patience patrol
      pause pavement peak peasant peculiar peer pen penalty pencil penny pension percent perception perform permanent
      personality perspective persuade petition phase phenomenon philosophy photograph physical physician physics pile
      pill pin pine pint pioneer pipe pit pitch pity plain pleasant pleasure plenty plot plunge poem poet poetry
      poison pole polite political politician politics pollution pop population portion portrait pose position
      positive possess possession possibility pot pound poverty powder practical practice practise pray prayer preach
      precise predict prediction prefer preference pregnancy pregnant prejudice premise premium preparation prepare
      presence presentation preserve pressure presumably pretend prevent previous priest primary primitive principal
      principle prisoner prize probability probable procedure proceed productive profession professional professor
      profit profitable profound progress prohibit prominent promote promotion pronounce proportion proposal propose
      prosecution prospect protection protein protest province psychological psychology pub publication publicity
      punch punish punishment pupil pure pursue pursuit qualification qualified qualify quality quantity quarter quote
      racial racism rack rage raid rail railway rally ranch rank rapid rare rarely rat rating ratio raw ray reaction
      readily reality realize rear reasonable recall receipt recent reception recession reckon recognition recognize
      recommend recommendation recovery recruit reduce reduction refer reference reflect reflection reform
      refrigerator refugee refusal refuse regard regime region regional regret regular regulate regulation reign
      reinforce reject relate relation relationship relative relax relevant relief relieve religion religious
      reluctant rely remain remarkable remark remedy remind removal repeatedly replacement represent representation
      representative reputation resemble reserve reservoir residence resident resign resist resistance resolution
      resolve resort respect respond responsibility responsible restrict restriction retail retain retire retirement
      retreat reveal revenue reverse review revolution reward rhythm rib rice rid rifle rigid riot rise risk ritual
      rival roast rob romance romantic rope rough rub rubber rubbish rude rug ruin ruler rumor rural rush sack sacred
      sacrifice safety sail sake salary sanction satisfaction satisfy savage saving scale scandal scare scatter
      scenario schedule scheme scholar science scientific scientist scope scratch scream screw sculpture seal
      secondary secretary section sector seize select selection self senate senior sensation sensible sentence
      separate sequence series serious seriously servant settle settlement severe sex sexual shade shaft shallow shame
      shelf shelter shift shock shore shortage shortly shrink shrug sigh signal significance significant silence silk
      simplify sincere sink sixteen sixty sketch skill skin skip skirt slave slice slide slight slip slope slot sneak
      soap soak sober society sock solar sole solely solo somebody somehow somewhat sophisticated sore sort spare
      specialist species specific spectacular speech spice spill spiritual spite split spokesman sponsor spray squeeze
      stable stain stair stake stamp standard stare starve statement status steady steep stem stereo stiff stimulate
      stir stock stomach strain strategic strategy stress stretch strict stroke structure struggle stuck subsequent
      substance substantial substitute suburb succeed success successful sudden suddenly suffer sufficient suggest
      suggestion suicide suitable suitcase sum summit superior supplement supply suppose suppress surface surgeon
      surgery surplus surprised surprising surrender surround survey survival survive suspect suspend suspicion
      suspicious sustain swallow sweat sweep swell swing symbol sympathy symptom syndrome tactic tank tap tape tax
      teaching tear technical technique technology teenager telephone telescope television temper temperature tempt
      tendency tension tent terrorism terrorist territory terror theme theory therapy therefore thereby thick thief
      thirteen thirty thorough threat threaten thrive throat throne thumb thus tide tight timber tip tire tissue
      toilet tolerate toll tone tongue tooth torture toss tour tourist tradition traditional tragedy tragic trail
      transform transition translate transmission transmit trap trash tray treaty treatment tremendous trend trial
      tribe tribute trick triumph troop tropical trousers tube tumble tune twin twist typical unable unconscious
      undergo underground undertake unemployment unfair unfortunately uniform universal unlike unlikely unusual upper
      upset urban urge urgent useless utility vacation vague valuable vanish variation variety various vary vast
      vegetable vehicle venture verse versus vessel veteran via victim viewpoint violate violence violent virtue virus
      visible vision visual vital vivid vocabulary volume voluntary volunteer wage wagon waist wander warrant waste
      weakness wealth weapon weigh weight weird welfare wheat whip whisper whom widespread widow width willing
      willingness wire wisdom withdraw witness wooden wool worried worse worst wrap wrist yard yell yield youth
      velocity quantum suite`,
  },
];

/**
 * Words that hold sentences together, of several languages. Random word lists have next to none of them, so several make
 * a sentence, which is guessed as one and not word by word.
 */
export const FUNCTION_WORDS: WordTier = {
  bits: 7,
  words: `a an the this that these those is are was be been am do does did not no my your our his her its their i you we he she
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
    eto na ne dolzhna byt i v moy la cua toi cho yeh hai ka ki mera
    dont wont cant isnt doesnt didnt couldnt wouldnt shouldnt im ive youre thats lets whats theres very
    tres sehr molto bardzo velmi cok sangat mycket meget veldig erittain nagyon foarte vrlo ochen juda`,
};
