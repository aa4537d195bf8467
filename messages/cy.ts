import type { Message, MessageKey } from "./en.ts";

/** A Welsh message, and whether a machine drafted it and nobody who speaks Welsh has confirmed it yet. */
export type WelshMessage = { text: Message; drafted: boolean };

/** Marks a machine's draft. When somebody has read one, write `confirmed(...)` in its place, in a commit that says who. */
const drafted = (text: Message): WelshMessage => ({ text, drafted: true });

/**
 * Welsh words of the respondent's pages. Welsh has six forms for a count, and a noun after a number stays singular:
 * 1 gosodiad, 2 osodiad, 3 gosodiad.
 */
export const CY: Record<MessageKey, WelshMessage> = {
  languageName: drafted("Cymraeg"),
  languageNav: drafted("Iaith"),
  errorTitle: drafted("Gwall: {title}"),

  pulseTitle: drafted("Sut mae’r gwaith yn eich tîm?"),
  pulseIntro: drafted({
    zero: "{count} gosodiad. Gadewch allan unrhyw un y mynnwch.",
    one: "{count} gosodiad, tua dwy funud. Gadewch allan unrhyw un y mynnwch.",
    two: "{count} osodiad, tua dwy funud. Gadewch allan unrhyw un y mynnwch.",
    few: "{count} gosodiad, tua dwy funud. Gadewch allan unrhyw un y mynnwch.",
    many: "{count} gosodiad, tua dwy funud. Gadewch allan unrhyw un y mynnwch.",
    other: "{count} gosodiad, tua dwy funud. Gadewch allan unrhyw un y mynnwch.",
  }),
  firstStand: drafted("Os ydych eisoes wedi ateb, eich atebion cyntaf sy’n cyfrif."),
  rehearsal: drafted(
    "Ymarfer yw hwn, i roi cynnig ar bethau. Nid dyma’r un go iawn, ac nid oes dim a anfonir yma’n cyfrif.",
  ),
  promiseHeading: drafted("Yr addewid i chi"),
  receiptLabel: drafted("Derbynneb yr addewid hwn:"),
  receiptWhy: drafted(
    "Mae yr un fath i bawb yn y don hon ac ni ellir ei newid gan fod y don ar agor. Mae’n gwarantu’r geiriau Saesneg; cyfieithiad yw’r rhain.",
  ),
  privacyLink: drafted("Hysbysiad preifatrwydd"),
  questionsLink: drafted("Deg cwestiwn y mae staff yn eu gofyn"),
  newTab: drafted("(yn Saesneg, yn agor mewn tab newydd)"),

  part: drafted("Rhan {number}: {heading}"),
  agreementHeading: drafted("Sut ydych chi’n ei gweld hi?"),
  frequencyHeading: drafted("Yn ystod y pedair wythnos diwethaf, pa mor aml oedd hyn yn wir?"),
  moreHeading: drafted("Ychydig yn rhagor"),
  agreement1: drafted("Anghytuno’n gryf"),
  agreement2: drafted("Anghytuno"),
  agreement3: drafted("Y naill na’r llall"),
  agreement4: drafted("Cytuno"),
  agreement5: drafted("Cytuno’n gryf"),
  frequency1: drafted("Byth"),
  frequency2: drafted("Anaml"),
  frequency3: drafted("Weithiau"),
  frequency4: drafted("Fel arfer"),
  frequency5: drafted("Bob amser"),
  doesNotApply: drafted("Ddim yn berthnasol"),

  noteLabel: drafted("Oes unrhyw beth arall? (dewisol)"),
  noteHint: drafted(
    "Peidiwch ag enwi pobl, na dweud dim sy’n dangos pwy ydych chi. Cedwir nodiadau ar wahân i’r atebion. Gall AD dynnu geiriau allan. Dim ond mewn grwpiau o ddeg neu fwy y cânt eu dangos.",
  ),
  noteLimit: drafted("Hyd at {limit} nod."),

  reviewHeading: drafted("Cyn i chi anfon"),
  reviewText: drafted("Edrychwch dros eich atebion. Mae bylchau’n iawn. Ni allwch newid dim ar ôl anfon."),
  send: drafted("Anfon"),

  problemHeading: drafted("Mae problem"),
  errorWord: drafted("Gwall:"),
  nothingSaid: drafted("Atebwch o leiaf un gosodiad, neu ysgrifennwch nodyn"),
  noteTooLong: drafted("Rhaid i’r nodyn fod yn {limit} nod neu lai. Mae ganddo {count}"),
  notStored: drafted("Nid oedd modd storio eich atebion. Mae popeth yma o hyd: arhoswch funud, yna pwyswch Anfon eto"),

  receivedTitle: drafted("Wedi dod i law. Gallwch gau’r dudalen hon."),
  receivedText: drafted("Diolch."),
  receivedDecisions: drafted("Yma y bydd penderfyniadau eich tîm"),
  closedTitle: drafted("Mae’r don hon wedi cau"),
  closedText: drafted("Ni ellir anfon atebion mwyach. Os anfonoch eich rhai chi cyn iddi gau, maent yn cyfrif."),
  expiredTitle: drafted("Mae’r ddolen hon wedi dyddio"),
  expiredText: drafted("Mae’n perthyn i don gynharach. Pan fydd y don nesaf yn agor, anfonir dolen newydd atoch."),
  unknownTitle: drafted("Nid ydym yn adnabod y ddolen hon"),
  unknownText: drafted(
    "Gwnewch yn siŵr bod y cyfeiriad cyfan gennych, neu sganiwch y cod eto. Os nad yw hynny’n helpu, gofynnwch i bwy bynnag a roddodd y ddolen i chi. Ni allant weld a ydych wedi ateb.",
  ),
  refusedTitle: drafted("Nid oedd modd darllen yr hyn a anfonwyd"),
  refusedText: drafted("Ni storiwyd dim. Ewch yn ôl, ail-lwythwch y dudalen a rhowch gynnig arall arni."),
  unavailableTitle: drafted("Nid yw’r dudalen hon yn gweithio ar hyn o bryd"),
  unavailableText: drafted(
    "Nid oes dim wedi’i golli. Arhoswch funud a rhowch gynnig arall arni. Mae eich dolen yn dda nes i’r don gau.",
  ),

  decisionsTitle: drafted("Dywedoch chi, penderfynon ni"),
  youSaid: drafted("Dywedoch chi"),
  youSaidWave: drafted("{wave}. Canlyniadau a gyhoeddwyd yn unig."),
  youSaidNone: drafted("Dim canlyniadau i’w dangos i’r tîm hwn eto, neu rhy ychydig o bobl a atebodd."),
  weDecided: drafted("Penderfynon ni"),
  decidedNone: drafted("Nid oes dim wedi’i benderfynu eto."),
  dueOn: drafted("Erbyn {date}."),
  endedKept: drafted("Gwnaed ar {date}. Rydym yn ei gadw."),
  endedChanged: drafted("Daeth i ben ar {date}. Rydym wedi’i newid."),
  endedStopped: drafted("Stopiwyd ar {date}."),
  askedOthers: drafted("Yr hyn a ofynnwyd i eraill, a’u hateb"),
  askedNone: drafted("Nid oes dim wedi’i ofyn i eraill."),
  askedOf: drafted("Gofynnwyd ar {date}, i: {of}"),
  answerWaiting: drafted("Dim ateb eto."),
  answerYesBy: drafted("Gwneir, erbyn {date}."),
  answerInPart: drafted("Yn rhannol."),
  answerNoBecause: drafted("Na, oherwydd:"),
  answerNotMine: drafted("Wedi’i basio i fyny."),
  decisionsUnknownTitle: drafted("Nid oes tudalen o’r fath"),
  decisionsUnknownText: drafted(
    "Gwnewch yn siŵr bod y cyfeiriad cyfan gennych, neu gofynnwch i’ch goruchwyliwr amdano.",
  ),
  printNotice: drafted("Argraffu ar gyfer yr hysbysfwrdd"),
  noticeScan: drafted("Darllenwch hwn ar eich ffôn, bob amser yn gyfredol"),

  sheetTitle: drafted("Cardiau: {team}"),
  sheetHow: drafted(
    "Torrwch ar hyd y llinellau a gadewch i bobl gymryd un yr un, wyneb i lawr. Peidiwch â nodi pwy gymerodd pa un. Taflwch y gweddill pan fydd y don yn cau.",
  ),
  sheetCount: drafted({
    zero: "{count} cerdyn",
    one: "{count} cerdyn",
    two: "{count} gerdyn",
    few: "{count} cherdyn",
    many: "{count} cherdyn",
    other: "{count} cerdyn",
  }),
  cardText: drafted(
    "Dwy funud, heb enw. Sganiwch y cod neu teipiwch y cyfeiriad. Mae’n gweithio unwaith. Ar agor tan {date}.",
  ),
};
