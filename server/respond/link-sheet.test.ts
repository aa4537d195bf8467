import { encode } from "uqr";
import { expect, test } from "vitest";
import { SHEET } from "./fixtures.ts";
import { linkSheet } from "./index.ts";
import { qrCode } from "./qr.ts";

test("the drawing is the code, module by module, with its quiet zone", () => {
  const address = SHEET.links[0] ?? "";
  const { size, data } = encode(address, { ecc: "M", border: 4 });
  const drawn = data.map((row) => row.map(() => false));
  const path = qrCode(address).markup.match(/d="([^"]*)"/g)?.[1] ?? "";
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let i = 0; i < Number(length); i++) drawn[Number(y)]![Number(x) + i] = true;
  expect(drawn).toEqual(data);
  expect(data.slice(0, 4).flat().some(Boolean)).toBe(false);
  expect(qrCode(address).markup).toContain(`viewBox="0 0 ${size} ${size}"`);
});

test("a card has a link, a code and no name; its place depends on the secret alone", () => {
  const secrets = ["zz1", "0ab", "k7q"].map((end) => `${"0".repeat(23)}${end}`);
  const links = secrets.map((secret) => `https://bearing.example/r/depot.T.${secret}`);
  const shown = ({ body }: { body: string }) => [...body.matchAll(/<code>(.*?)<\/code>/g)].map((m) => m[1]);
  const sheet = linkSheet({ ...SHEET, links });
  expect(shown(sheet)).toEqual([links[1], links[2], links[0]]);
  expect(shown(linkSheet({ ...SHEET, links: links.toReversed() }))).toEqual(shown(sheet));
  expect(sheet.body.match(/<svg /g)).toHaveLength(3);
  expect(sheet.body).toContain("3 cards");
  expect(sheet.body.match(/<p lang="cy">/g)).toHaveLength(3);
  expect(linkSheet({ ...SHEET, links, welsh: false }).body).not.toContain('lang="cy"');
});
