import { seeded } from "./prng.ts";

/** Plain letters only: the register makes a name out of an address, and the address should read like the name. */
const FIRST = `
Aaliyah Abdul Adaeze Aisha Alan Alastair Alison Amina Anil Anita Anouk Arturo Ashok Barbara Ben Beatriz Bilal Bridget
Bronagh Carl Carmen Cerys Chidi Chloe Clive Colette Curtis Damian Daniela Darius Deborah Delroy Devika Dilys Dominic
Edwin Efua Eirwen Elaine Elif Emeka Esther Ewan Farah Fatima Finlay Fiona Frances Gareth Georgina Gita Glen Grace Hamza
Hannah Harpreet Helena Hiroshi Ibrahim Imogen Iona Ivan Jacinta Jamal Janine Jaswinder Jerome Jodie Josef Joyce Kamala
Karen Kavita Keith Kemi Khalid Kirsty Lakshmi Laurel Leah Leila Lester Liam Lucia Madhu Magda Malcolm Mandeep Marcus
Margaret Mariam Martin Maya Mhairi Michelle Mina Mohan Moira Nasreen Neil Ngozi Nicola Nikhil Noor Nuala Obinna Olive
Olga Olu Omar Padma Pauline Pavel Peggy Piotr Priya Qasim Rachel Rajesh Rania Reuben Rhian Roderick Rohan Roisin
Rosalind Rupert Saima Sandra Sanjay Selina Sian Simone Sofia Stefan Stella Stuart Suresh Tariq Teresa Thandi Trevor
Uma Valerie Vanessa Vera Vikram Wanda Wendy Winston Xin Yetunde Yolanda Yusuf Zainab Zara Zofia
`;

/** Family names, mostly made up or rare, so that no pair is the name of somebody known. */
const FAMILY = `
Abernook Ackersley Adebanke Aldmoor Amberdale Anstead Appersett Arkwell Ashdown Ayodale Balgrove Banerjay Barnacott
Beckford Bellweather Benfleeth Birchmore Blakemoor Boatwright Bramwith Briarley Brockmere Calderbrook Camberley Carsway
Castlemain Chaudray Cheswick Clatworth Coppelstone Corrigall Cranwick Daventree Deepdale Denholme Desmarais Dhaliwalla
Drayford Duckmanton Eaglesham Eastlake Eboue Edgerley Elmscott Emberton Enderwick Fairbourne Farringay Fenwright
Flaxmoor Foxcote Frankwell Gallimore Garsdale Ghoshal Glenorchy Goldthorn Greyfell Gurungi Haddlesey Halberton Hanbrook
Harebell Hathaway Hawksworth Heatherlee Hollinside Hustwick Igwebuike Inglefield Iwobi Jadavji Jarrowby Jessamine
Kaczmar Kettlewell Khatrani Kirkbride Knapweed Kowalik Lambourn Langrigg Larkspur Leadbeater Limbury Lockmere Lutterby
Macklethorpe Mahendran Malhotri Marchbank Mbekwe Merriweather Milburne Mistrell Moorcroft Mutasa Nettlebed Newsham
Nightingall Norwyke Nwachi Oakenshaw Obaseki Odlington Okonjo Orchardson Ormesby Osbaldwick Pattenden Pemberly Pennywell
Pickering Plumtree Polkinghorne Prabhakar Quantock Quarshie Rahmani Ravenscar Redfern Rosedene Rowntree Ryecroft Saddler
Sandhurst Satterley Seabright Sedgefield Shakoor Silverdale Skelderby Somerlee Sothcott Stanhope Sundaram Swaledale
Tavernor Thackray Thistleton Threlkeld Tindale Toyosi Tregarth Udall Umeh Underhay Varney Venkatesan Wakelam Wetherell
Whinfell Willowby Wintersett Woodhall Wychwood Yardley Yewdale Zaman
`;

const words = (list: string) => list.trim().split(/\s+/);

/** `count` different people, the same for the same story; none of them in `taken`. */
export function makeNames(story: string, count: number, taken: ReadonlySet<string>): string[] {
  const [first, family] = [words(FIRST), words(FAMILY)];
  const random = seeded(story, "people");
  const names = new Set<string>();
  if (count > (first.length * family.length) / 2) throw new Error("too many people for these names");
  while (names.size < count) {
    const name = `${random.pick(first)} ${random.pick(family)}`;
    if (!taken.has(name)) names.add(name);
  }
  return [...names];
}

export const addressOf = (name: string): string => name.toLowerCase().replaceAll(" ", ".");
