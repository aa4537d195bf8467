/** Office for Coastal Resilience, an arm's-length body, as it stood at its first wave. */
export const COASTAL = `
EVI Evidence and forecasting
  Coastal science
    Shoreline modelling 11 r
    Sea level and surge 8 r
    Research vessel crew 9 s
  Data
    Data services 10 r
    Mapping 7 r
    Forecast desk 12 h
GRA Grants and programmes
  Grants
    Grant applications 13 h
    Grant claims 11 h
    Assurance visits 8 h
  Programmes
    Sea defences programme 14 h
    Managed realignment 9 h
    Small harbours 5 h
REG Regulation and advice
  Consents
    Marine works consents 12 h
    Planning advice 9 h
  Assurance
    Inspectors north 8 h
    Inspectors south 9 h
    Enforcement 4 h
COM Communities
  Engagement
    Community advisers east 10 h
    Community advisers west 9 h
    Schools and outreach 5 h
COR Corporate
  Finance and people
    Finance 9 h
    People 6 h
    Legal 4 h
  Technology
    Platforms 8 r
    Office of the chief executive 7 h
`;
