import type { StatementCode } from "#contracts/statements.ts";
import type { ExtraCode } from "#contracts/wave-plans.ts";

/**
 * Drafts of the statements in Welsh, made by machine. None goes live as it stands here: HR confirms or corrects each one
 * for a wave, and only confirmed words are stored with it.
 */
export const WELSH_DRAFTS: Record<StatementCode | ExtraCode, string> = {
  D1: "Rwy’n gwybod beth mae ein tîm yn anelu ato.",
  D2: "Rwy’n gwybod beth sy’n debygol o newid yn ein gwaith dros y flwyddyn nesaf.",
  D3: "Yn ein tîm ni, rydym yn cytuno ar yr hyn sydd bwysicaf.",
  D4: "Rwy’n credu’r rhesymau a roddir i ni dros yr hyn y gofynnir i ni ei wneud.",
  D5: "Mae fy ngwaith yma yn teimlo’n werth yr ymdrech.",
  D6: "Rwy’n teimlo’n barod am y newidiadau sydd i ddod.",
  E1: "Roedd gen i’r hyn yr oedd ei angen arnaf i wneud fy ngwaith yn iawn.",
  E2: "Ar ddechrau’r wythnos, roeddwn yn gwybod beth oedd angen ei wneud erbyn ei diwedd.",
  E3: "Pan gafodd gwaith ei drosglwyddo, ni chollwyd dim.",
  E4: "Roedd gan bob tasg berson a enwyd yn gyfrifol amdani.",
  E5: "Cafodd ein gwaith ei wneud ar amser.",
  E6: "Cafodd yr un dasg ei gwneud i’r un safon, pwy bynnag a’i gwnaeth.",
  X1: "Pan godais broblem, cefais ateb.",
  X2: "Newidiodd rhywbeth oherwydd yr hyn a ddywedwyd gennym y tro diwethaf.",
  X3: "Gallwn setlo pethau bach yn fy ngwaith fy hun.",
};
