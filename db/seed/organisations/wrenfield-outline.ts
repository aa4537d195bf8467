/** Wrenfield District Council: small enough to read whole, large enough to have something not shown. */
export const WRENFIELD = `
PLC Place
  Planning
    Applications 9 h
    Enforcement 4 h
  Streets
    Street cleaning 14 s
    Parks 11 s
HOM Homes
  Tenancies
    Repairs 15 s
    Tenancy support 10 h
    Housing options 8 h
RES Resources
  Customers
    Contact centre 13 h
    Benefits 9 h
  Support
    Finance 7 h
    People 3 h
    Technology 8 r
`;
