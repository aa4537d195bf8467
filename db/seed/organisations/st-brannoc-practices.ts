import type { StoryPractices } from "../practices.ts";

/** What the trust's directorates hold to, and what about two thirds of its teams are for. */
export const stBrannocPractices: StoryPractices = {
  organisation: ["No harm that we could have prevented", "Seen in time", "Home as soon as home is better"],
  priorities: {
    Medicine: ["Every patient seen by a senior each day", "Home before lunch", "Fewer falls"],
    Surgery: ["Start on time", "No operation cancelled on the day", "One record that all can trust"],
    "Women and children": ["One to one in labour", "Parents are always let in"],
    "Urgent care": ["First look within fifteen minutes", "Nobody waits in a corridor"],
    "Clinical support": ["The result when the ward needs it", "Nothing lost between us and the clinic"],
    "Community services": ["Care at home where home is safe", "Steady on their feet again"],
    "Corporate services": ["Wards never wait for us", "People who stay"],
  },
  purposes: `
Acute medical unit days: We find out within four hours what is wrong and start treatment, for [patients] who come in ill. >1
Acute medical unit nights: We watch over [new patients] at night and call for help before they get worse. >>1
Same day emergency care: We treat [patients] the same day, so that they sleep at home. >2
Ward 6 Heron days: We get [older patients] up, fed and home again before they lose their strength. >2
Ward 6 Heron nights: We give [older patients] quiet nights without a fall. >3
Ward 7 Plover days: We plan each day with [patients and their families], so that nobody goes home unready. >2
Ward 7 Plover nights: We keep [confused patients] calm and safe until the morning. >3
Frailty team: We see [frail people] early, so that they need not stay. >>3
Ward 9 Kestrel days: We steady hearts and lungs, and teach [patients] what to do at home. >1
Cardiac investigations: We give [heart patients] a clear answer within two weeks. >>2
Respiratory nurses: We help [people short of breath] to live at home without fear.
Dialysis unit: We give [kidney patients] safe treatment three times a week and as much of their life back as we can.
Diabetes clinic: We help [people with diabetes] to steer their own treatment. >>3
Main theatres early shift: We start the first operation on time, so that [patients] at the end of the list are not sent home. >1
Main theatres late shift: We finish every list safely, so that [patients] fasting since midnight have their operation. >2
Theatre recovery: We wake [patients] gently and keep them free of pain.
Sterile services: We send complete, clean trays in time, so that no [patient] waits for a spoon or a clamp. >2
Day surgery: We operate on [patients] in the morning and see them home by evening. >>3
Ward 11 Avocet days: We get [patients] moving on the day after surgery. >>1
Surgical assessment: We decide quickly whether [people with sudden pain] need an operation. >>2
Stoma care: We teach [people with a stoma] to manage it by themselves.
Ward 12 Redshank days: We help [patients with a new hip or knee] to walk on the first day.
Ward 12 Redshank nights: We keep [patients] free of pain and on their feet at night. >>1
Fracture clinic: We see [people with a broken bone] within three days, with the X-ray at hand. >3
Intensive care days: We keep [the sickest patients] alive and their families informed. >>1
Intensive care nights: We notice the smallest change at night and act, so that [the sickest patients] see the morning. >>1
Pre-assessment: We find every risk before the day, so that [patients] are not cancelled on it. >2
Surgical booking: We offer [patients] a date that holds. >2
Labour ward days: We stay with [every woman in labour], from start to finish. >1
Labour ward nights: We give [women in labour] at three in the morning what they would have at noon. >1
Postnatal ward: We help [new parents] to feed and to rest, and to go home sure of themselves. >2
Community midwives north: We visit [mothers in the north] with one midwife whom they know.
Community midwives south: We find [mothers in the south] who need more help and give it before birth.
Ward 2 Dunlin days: We treat [children] as children first and keep their parents beside them. >2
Neonatal unit: We bring [babies born too soon] home with parents who are ready. >2
Children's community nursing: We nurse [sick children] at home, so that they can be with their family. >>3
Gynaecology clinic: We see, test and treat [women] in one visit wherever that is possible. >>2
Majors days: We look first at [the sickest], and tell everybody else how long it takes. >1
Majors nights: We keep [patients] safe when the hospital is full and the night is long. >>1
Minors and streaming: We treat [people with small injuries] within two hours. >>2
Emergency reception: We greet [frightened people] kindly and take their details right the first time. >1
Site coordination: We find the right bed in time, so that [patients] do not wait in a corridor. >2
Discharge lounge: We make [patients] comfortable while the last papers are done, and free their bed by noon. >2
Porters: We bring [patients] where they have to be, on time and without a fright. >2
X-ray: We take good pictures at once, so that [patients] are treated in the same visit. >1
CT and MRI: We scan [cancer patients] within a week. >>2
Ultrasound: We give [expectant mothers and patients] clear pictures and clear words.
Blood sciences days: We report urgent blood within the hour, so that [patients] get the right treatment. >1
Blood sciences nights: We run the same tests at night, so that no [patient] waits for the day shift. >1
Microbiology: We name the germ fast, so that [patients] get the right drug. >1
Dispensary: We have medicines ready before noon, so that [patients] can go home. >1
Ward pharmacists: We check each drug with [patients] before it can do harm. >>1
Outpatient clinics: We run clinics on time and never lose a letter, so that [patients] know what comes next. >2
Outpatient booking: We book [patients] in the order of need and tell them early. >>2
Endoscopy unit: We look inside within two weeks, so that [people with warning signs] know. >>2
District nursing coast: We nurse [people along the coast] at home, so that they need no bed here. >1
District nursing moor: We reach [people on the moor] in every weather. >1
Wound clinic: We heal old wounds with [patients] who had given up on it.
Ward 20 Curlew: We get [patients] back on their feet and back to their own stairs. >2
Stroke rehabilitation: We help [people after a stroke] to speak, walk and work again. >2
Domestic services: We clean so well that no [patient] catches anything here. >>1
Catering: We cook meals that [patients] want to eat, at the time they can. >1
Service desk: We get [doctors and nurses] back into their systems within minutes. >1
Records library: We bring the right notes to the clinic, so that [patients] tell their story only once. >1
Recruitment: We fill posts quickly with [nurses] who stay. >2
`,
};
