/** Northbridge City Council as it stood at its first wave: ten directorates, of which two become one later. */
export const NORTHBRIDGE = `
ASC Adult social care
  Access and assessment
    First contact 14 h
    Hospital discharge 11 s
    Occupational therapy 12 h
    Sensory support 5 h
  Older people
    Locality east 13 h
    Locality west 15 h
    Reviews 9 h
    Care home quality 7 h
  Learning disability and autism
    Community support 12 h
    Supported living 16 s
    Transitions 6 h
    Day opportunities 18 s
  Mental health
    Community mental health 14 h
    Approved professionals duty 8 s
    Recovery and wellbeing 9 h
  Safeguarding adults
    Safeguarding hub 10 h
    Deprivation of liberty 6 h
CHI Children and families
  Front door
    Multi-agency hub 15 s
    Assessment team one 12 h
    Assessment team two 11 h
    Emergency duty 7 r
  Safeguarding and care planning
    Care planning north 13 h
    Care planning south 12 h
    Court work 8 h
    Independent reviewing 9 h
  Children we look after
    Fostering recruitment 8 h
    Fostering support 12 h
    Kinship care 7 h
    Leaving care 13 h
    Oak Lane children's home 14 s
    Tern House children's home 12 s
  Early help
    Family support east 14 h
    Family support west 13 h
    Youth work 15 s
    Parenting programmes 6 h
EDU Education and skills
  School support
    School improvement 9 h
    Admissions 8 h
    Attendance 10 h
    Governor support 4 h
  Special educational needs
    Plans and reviews 16 h
    Educational psychology 11 h
    Specialist teaching 12 h
    Transport planning 6 h
  Skills and learning
    Adult learning 14 s
    Apprenticeships 5 h
    Music service 12 s
HOU Housing
  Repairs
    Housing repairs 22 s
    Gas and heating 15 s
    Voids 11 s
    Damp and mould response 8 s
    Repairs scheduling 9 h
  Tenancy
    Tenancy management north 13 h
    Tenancy management south 12 h
    Income recovery 10 h
    Leasehold 6 h
    Resident engagement 5 h
  Homelessness
    Housing options 16 h
    Temporary accommodation 12 h
    Rough sleeping outreach 8 s
    Private rented access 5 h
  Safety and investment
    Building safety 9 h
    Major works 11 h
    Retrofit 7 h
PLA Planning and growth
  Planning applications
    Householder applications 11 h
    Major applications 9 h
    Validation 8 h
    Conservation and trees 6 h
    Planning enforcement 7 h
  Planning policy
    Local plan 9 h
    Infrastructure levy 4 h
  Growth
    Regeneration 10 h
    Business support 7 h
    Town centre 6 h
  Regulatory services
    Food and safety 12 h
    Trading standards 9 h
    Licensing 8 h
    Pollution control 7 h
    Building control 10 h
ENV Environment and streets
  Waste
    Collections early shift 24 s
    Collections late shift 19 s
    Recycling centres 16 s
    Waste contracts 5 h
  Street scene
    Street cleansing 21 s
    Grounds north 14 s
    Grounds south 13 s
    Arboriculture 6 s
  Highways
    Highway inspections 10 s
    Road safety 7 h
    Street lighting 6 s
    Winter and drainage 12 s
    Highways programme 9 h
  Transport
    Parking 13 s
    Public transport 6 h
    Fleet workshop 11 s
  Climate
    Carbon programme 6 h
    Flood resilience 5 h
PUB Public health and communities
  Public health
    Health protection 8 h
    Healthy lives 12 h
    Drug and alcohol 9 h
    Public health intelligence 5 r
  Communities
    Neighbourhoods east 9 h
    Neighbourhoods west 10 h
    Voluntary sector 5 h
    Community safety 11 h
  Culture and leisure
    Museum and archive 13 s
    Events 6 h
    Leisure contracts 4 h
    Swimming and sport 17 s
CUS Customer services
  Contact
    Contact centre mornings 18 h
    Contact centre afternoons 16 h
    Face to face 10 s
    Complaints 6 h
  Libraries
    Central library 15 s
    Branch libraries 17 s
    Digital inclusion 6 s
  Registration
    Births and deaths 9 s
    Ceremonies 5 s
DIG Digital and change
  Technology
    Service desk 12 h
    Infrastructure 9 r
    Applications 11 r
    Cyber security 5 r
  Change
    Service design 7 r
    Data and insight 8 r
    Programme office 9 h
RES Resources
  Finance
    Accountancy 12 h
    Revenues 15 h
    Benefits 16 h
    Procurement 8 h
    Internal audit 6 h
    Treasury 3 h
  People
    HR advice 10 h
    Payroll 9 h
    Organisational development 5 h
    Health and safety 5 h
  Law and governance
    Legal services 14 h
    Democratic services 8 h
    Elections 5 h
    Information governance 6 h
    Land charges 4 h
  Property
    Facilities 14 s
    Estates 7 h
    Commercial property 6 h
`;
