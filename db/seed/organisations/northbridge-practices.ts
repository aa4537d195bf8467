import type { StoryPractices } from "../practices.ts";

/**
 * What Northbridge's leaders hold to, and what about two thirds of its teams are for. Nothing stands behind the third
 * priority of Environment and streets: that is for its leader to find.
 */
export const northbridgePractices: StoryPractices = {
  priorities: {
    "Adult social care": [
      "People stay well and independent at home",
      "A first visit within five working days",
      "Nobody waits in hospital for us",
    ],
    "Children and families": [
      "Children are safe in their own families wherever that is possible",
      "One worker who stays",
      "A home close to school",
    ],
    "Education and skills": [
      "Every child in school, every day",
      "Plans for special needs on time",
      "A way into work for everybody who leaves school",
    ],
    Housing: [
      "No home is damp for longer than a month",
      "Right at the first visit",
      "Fewer families in temporary homes",
    ],
    "Environment and streets": [
      "Clean streets, and every bin on its day",
      "Rules that protect people, applied alike to all",
      "A tenth fewer short journeys by car",
    ],
    "Public health and communities": [
      "More healthy years in the poorest wards",
      "Something good to do in every neighbourhood",
    ],
    "Customer services": ["Settled at the first contact", "Services that anybody can use without help"],
    Resources: [
      "Every pound accounted for within the month",
      "Posts filled within eight weeks",
      "Decisions that hold when they are challenged",
    ],
  },
  purposes: `
First contact: We listen to [people who ask for care] and start the right help in the week they call. >2
Hospital discharge: We bring [patients] home on the day they are ready, with the care they need in place. >3
Occupational therapy: We fit homes and equipment so that [disabled people] can wash, cook and go out without help. >1
Locality east: We plan care with [older people in the east] so that they stay in the home they chose. >1
Locality west: We visit within five days, so that [older people in the west] are not left to cope alone. >2
Reviews: We look again at each care plan every year, so that [residents] get what they need now. >1
Care home quality: We inspect and coach care homes, so that [people who live there] are treated with respect.
Community support: We help [adults with a learning disability] to live, work and make friends where they choose. >1
Supported living: We support [tenants] to run their own home, day and night. >1
Transitions: We prepare [young people] for adult services before they turn eighteen, so that nothing stops on their birthday.
Community mental health: We treat [people with serious mental illness] close to home, so that fewer have to go into hospital. >1
Approved professionals duty: We see [people in crisis] within hours and protect their rights when they are at their weakest.
Recovery and wellbeing: We help [people who were ill] back to work, to friends and to a full week.
Safeguarding hub: We act on every report the same day, so that [adults at risk] are safe.
Multi-agency hub: We decide within a day what each report means, so that [children at risk] are seen in time. >1
Assessment team one: We find out with [families in the north and centre] what would keep their children safe. >1
Assessment team two: We find out with [families in the south] what would help, and begin with it at once. >1
Emergency duty: We protect [children and adults] at night and at weekends, when nobody else is there.
Care planning north: We keep [children on a plan] safe at home, with one worker whom they know. >2
Court work: We put clear evidence before the court early, so that [children] wait less for a decision. >>2
Independent reviewing: We make sure that [children in care] are heard in every decision on their lives. >>3
Fostering recruitment: We find foster homes nearby, so that [children] keep their school and their friends. >3
Fostering support: We stand by foster carers, so that [children] stay in one home. >>3
Kinship care: We help [grandparents, aunts and uncles] to bring up a child who cannot live at home. >1
Leaving care: We stay beside [young people] who leave care until they have a home, work and somebody to call. >2
Oak Lane children's home: We give [eight teenagers] a home that they are glad to come back to. >>3
Tern House children's home: We give [young children] calm days and the same faces until they move to a family. >>3
Family support east: We help [parents in the east] early, so that fewer families reach a crisis. >1
Youth work: We give [young people] a safe place, and adults whom they trust, on five evenings a week.
School improvement: We help [schools] that struggle to teach every lesson well.
Admissions: We offer [families] a school place that they can reach, and tell them by the national day. >1
Attendance: We find out why [pupils] stay away, and remove the reason with their family. >1
Governor support: We give [school governors] the facts and the training to ask good questions.
Plans and reviews: We write plans within twenty weeks, so that [children with special needs] get help in time. >2
Educational psychology: We advise on each plan in time, so that [children] are taught in the way they learn. >2
Specialist teaching: We teach [deaf and blind children], and show their teachers how to. >1
Adult learning: We teach [adults] the English, maths and computer skills that open the next door. >3
Apprenticeships: We find [school leavers] an apprenticeship and keep in touch until they finish it. >3
Gas and heating: We check each boiler every year, so that [tenants] are warm and never in danger. >>1
Voids: We make empty homes fit to live in, so that [families] who wait can move in sooner. >3
Repairs scheduling: We book the right trade at a time that suits, so that [tenants] wait in only once. >2
Tenancy management north: We settle small troubles early, so that [tenants in the north] live in peace.
Tenancy management south: We know [tenants in the south] by name and notice when one of them needs help.
Income recovery: We help [tenants in debt] to pay and to stay in their home. >3
Leasehold: We explain every charge to [leaseholders] before they have to ask. >>2
Housing options: We find [families] who may lose their home another way before they do. >3
Temporary accommodation: We keep temporary homes decent and short, so that [children] can settle. >3
Rough sleeping outreach: We meet [people on the street] where they are, and walk with them to a bed.
Building safety: We know the risk of every tall block and act on it, so that [residents] sleep safely. >>1
Retrofit: We insulate the coldest homes first, so that [tenants on low incomes] can heat them. >1
Householder applications: We decide on extensions within eight weeks, so that [homeowners] can plan. >1
Major applications: We bring large plans to a sound decision, so that [the city] gets the homes it needs. >1
Conservation and trees: We protect what is old and rare, so that [people who come after us] still find it.
Planning enforcement: We put right what breaks the rules, so that [neighbours] are treated fairly. >>2
Local plan: We write a plan that [residents] can read and help to shape. >2
Infrastructure levy: We collect what builders owe, so that [new neighbourhoods] get their school and surgery.
Regeneration: We bring empty sites back into use together with [the people who live beside them].
Business support: We help [small firms] through their first three years.
Food and safety: We inspect the riskiest kitchens first, so that [people who eat out] are safe. >2
Trading standards: We stop doorstep cheats, so that [older shoppers] keep their money. >2
Licensing: We decide on licences fairly and in time, so that [traders and their neighbours] know where they stand. >2
Building control: We look at the work at every stage, so that [whoever lives there] is safe. >2
Collections early shift: We empty every bin before noon on its day, so that [households] can rely on it. >1
Collections late shift: We clear shops and flats in the evening, so that [traders and tenants] wake to clean streets. >1
Recycling centres: We make it easy for [residents] to bring back what others can use.
Street cleansing: We clean every main street by eight, so that [everybody] starts the day well. >1
Grounds north: We keep parks in the north open, green and safe for [children and walkers].
Arboriculture: We look after street trees, so that [people] have shade and no branch falls on them.
Highway inspections: We find and mark holes before [cyclists and drivers] are hurt.
Road safety: We change the roads where most are hurt, so that [children] can walk to school.
Winter and drainage: We grit and clear before the storm, so that [people who work early] get there.
Parking: We keep bays and crossings free, so that [disabled drivers and buses] get through. >2
Fleet workshop: We keep vans and lorries on the road, so that [the crews] can serve the city. >1
Carbon programme: We cut what our buildings burn, and pass on to [residents] what we learn.
Health protection: We stop outbreaks early, so that [people in care homes and schools] stay well. >1
Healthy lives: We help [smokers and people at risk] to change one habit that lasts. >1
Drug and alcohol: We offer [people who are dependent] treatment within three weeks, without blame. >1
Neighbourhoods east: We help [residents in the east] to run what they start themselves. >2
Neighbourhoods west: We bring councillors, services and [residents in the west] to one table each month. >2
Community safety: We sort out nuisance before it grows, so that [neighbours] feel safe at home.
Events: We put on events to which [every part of the city] wants to come. >2
Swimming and sport: We teach [children] to swim and keep sport cheap. >1
Contact centre mornings: We settle seven of ten calls in one go, so that [callers] need not ring again. >1
Contact centre afternoons: We answer quickly and take the time it needs, so that [callers] leave with an answer. >1
Face to face: We help [people who cannot use a screen] to get everything they are entitled to. >2
Central library: We open a warm, free place to [everybody] who wants to read, learn or sit. >2
Digital inclusion: We teach [people without internet] to do online what they have to do. >2
Births and deaths: We register births and deaths within days and with care for [families]. >>2
Service desk: We get [colleagues] working again within the hour. >1
Cyber security: We keep the data of [residents] safe, and services running.
Service design: We redesign forms and letters until [people] get through them without help. >2
Data and insight: We give [services] figures that they can act on in the same week.
Accountancy: We close the books by the fifth day, so that [managers] know what they may spend. >1
Revenues: We bill rightly the first time, so that [taxpayers] have nothing to query. >1
Benefits: We pay new claims within two weeks, so that [people on low incomes] can pay their rent. >>2
Procurement: We buy well and openly, so that [taxpayers] get the most for each pound. >1
HR advice: We give [managers] an answer that they can use the same day. >2
Payroll: We pay [everybody who works here] rightly and on the day. >1
Legal services: We advise early, so that [services] make decisions that hold. >3
Democratic services: We make it easy for [residents] to follow, question and speak at meetings. >3
Information governance: We answer requests in time and keep what is private safe, for [everybody on our files]. >>2
Facilities: We keep buildings open, clean and safe for [visitors and staff].
`,
};
