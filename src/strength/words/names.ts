import type { WordTier } from './tier.ts';

/** Given names, places, teams, characters and brands that turn up in passwords. Compiled by hand. */
export const NAMES: readonly WordTier[] = [
  {
    bits: 10,
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
    bits: 10,
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
];
