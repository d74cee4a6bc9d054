import type { WordTier } from './tier.ts';

/** Everyday English and the words of programmers' small talk. Compiled by hand. */
export const ENGLISH: readonly WordTier[] = [
  {
    bits: 6,
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
    bits: 10,
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
    bits: 10,
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
];
