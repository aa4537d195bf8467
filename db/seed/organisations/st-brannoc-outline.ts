/** St Brannoc NHS Trust as it stood at its first wave. Days and nights of a ward are teams of their own. */
export const ST_BRANNOC = `
MED Medicine
  Acute medicine
    Acute medical unit days 34 s
    Acute medical unit nights 21 s
    Same day emergency care 16 s
    Medical take 14 s
  Older people's medicine
    Ward 6 Heron days 24 s
    Ward 6 Heron nights 15 s
    Ward 7 Plover days 25 s
    Ward 7 Plover nights 16 s
    Frailty team 12 s
  Heart and lung
    Ward 9 Kestrel days 26 s
    Ward 9 Kestrel nights 15 s
    Cardiac investigations 18 s
    Respiratory nurses 9 s
  Diabetes and kidney
    Dialysis unit 27 s
    Diabetes clinic 11 s
    Endocrine clinic 5 s
SUR Surgery
  Theatres
    Main theatres early shift 31 s
    Main theatres late shift 24 s
    Theatre recovery 19 s
    Sterile services 22 s
    Day surgery 20 s
  General surgery
    Ward 11 Avocet days 25 s
    Ward 11 Avocet nights 14 s
    Surgical assessment 17 s
    Stoma care 4 s
  Orthopaedics
    Ward 12 Redshank days 24 s
    Ward 12 Redshank nights 15 s
    Fracture clinic 13 s
    Orthopaedic therapy 12 s
  Critical care
    Intensive care days 36 s
    Intensive care nights 29 s
    Outreach 8 s
  Pre-operative
    Pre-assessment 14 s
    Surgical booking 11 h
WCH Women and children
  Maternity
    Labour ward days 27 s
    Labour ward nights 22 s
    Postnatal ward 23 s
    Community midwives north 14 s
    Community midwives south 13 s
    Antenatal clinic 12 s
  Children
    Ward 2 Dunlin days 22 s
    Ward 2 Dunlin nights 14 s
    Neonatal unit 28 s
    Children's assessment 15 s
    Children's community nursing 10 s
  Gynaecology
    Gynaecology clinic 10 s
    Early pregnancy unit 7 s
    Colposcopy 4 s
URG Urgent care
  Emergency department
    Majors days 33 s
    Majors nights 26 s
    Minors and streaming 18 s
    Emergency reception 14 s
    Emergency mental health liaison 7 s
  Site and flow
    Site coordination 11 s
    Discharge lounge 8 s
    Porters 24 s
    Patient transport 10 s
CLI Clinical support
  Imaging
    X-ray 21 s
    CT and MRI 23 s
    Ultrasound 14 s
    Breast imaging 7 s
  Laboratories
    Blood sciences days 20 s
    Blood sciences nights 9 s
    Microbiology 15 s
    Cellular pathology 16 s
    Mortuary 3 s
  Pharmacy
    Dispensary 18 s
    Ward pharmacists 16 s
    Medicines information 4 h
  Outpatients
    Outpatient clinics 24 s
    Outpatient booking 19 h
    Endoscopy unit 21 s
    Endoscopy booking 8 h
COM Community services
  Community nursing
    District nursing coast 17 s
    District nursing moor 15 s
    Night nursing 7 s
    Wound clinic 8 s
  Rehabilitation
    Ward 20 Curlew 22 s
    Community therapy 16 s
    Stroke rehabilitation 12 s
COR Corporate services
  Estates and facilities
    Domestic services 29 s
    Catering 19 s
    Estates maintenance 16 s
  Digital
    Service desk 10 h
    Clinical systems 12 r
    Records library 9 s
  People and finance
    Recruitment 9 h
    Workforce planning 5 h
    Management accounts 8 h
    Patient experience 6 h
`;
