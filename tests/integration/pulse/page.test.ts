import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as getLeaflet } from "#app/(respond)/about/[page]/route.ts";
import { GET as getNotice } from "#app/(respond)/d/[code]/notice/route.ts";
import { GET as getTeam } from "#app/(respond)/d/[code]/route.ts";
import { GET, POST } from "#app/(respond)/r/[link]/route.ts";
import { NOTE_LENGTH, PULSE_BODY_BYTES } from "#contracts/pulse.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { makeOpenPulse, type OpenPulse } from "../../factories/pulse.ts";
import { useDatabase } from "../../support/database.ts";
import { snapshot } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let pulse: OpenPulse;
let superuser: postgres.Sql;

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const address = (path: string) => `http://bearing.example${path}`;
const paramsOf = (path: string) => ({
  params: Promise.resolve({ link: new URL(address(path)).pathname.slice("/r/".length) }),
});
const open = (path: string) => GET(new Request(address(path)), paramsOf(path));
const post = (path: string, body: BodyInit, headers: Record<string, string> = FORM) =>
  POST(new Request(address(path), { method: "POST", body, headers }), paramsOf(path));
const stored = async () => {
  const rows = await superuser`select answers::text, extra from inbox where wave_id = ${pulse.waveId}`;
  const notes = await superuser`select note from inbox_note where wave_id = ${pulse.waveId}`;
  return { answers: rows.map(({ answers, extra }) => ({ answers, extra })), notes: notes.map(({ note }) => note) };
};

beforeAll(async () => {
  north = await makeOrganisation("north");
  pulse = await makeOpenPulse(north, { a1: 8 });
  superuser = postgres(database.superuserUrl, { max: 2 });
});
afterAll(() => superuser.end());

test("a link opens the page of its wave and team, under its own policy, without a cookie and without a trace", async () => {
  const before = await snapshot(database.superuserUrl);
  const response = await open(pulse.links.a1![0]!);
  const body = await response.text();
  expect(response.status).toBe(200);
  expect(body).toContain("Housing repairs");
  expect(body.match(/<fieldset>/g)).toHaveLength(13);
  expect(Buffer.byteLength(body)).toBeLessThan(25_000);
  expect(response.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-/,
  );
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.has("set-cookie")).toBe(false);
  expect(await snapshot(database.superuserUrl)).toEqual(before);
});

test("what is sent is stored once; the page says the same to every repeat, and to GET afterwards", async () => {
  const [path] = pulse.links.a1!;
  const fresh = await (await open(path!)).text();
  const first = await post(path!, "D1=5&E6=0&X1=2&note=The+rota%2C+please");
  const again = await post(path!, "D1=1&note=Something+else");
  expect([first.status, again.status]).toEqual([200, 200]);
  const said = await first.text();
  expect(said).toContain("Received. You can close this page.");
  expect(said).toContain(`<a href="${path!.replace("/r/", "/d/").replace(/\.[^.]*$/, "")}">`);
  expect(await again.text()).toBe(said);
  expect([...again.headers]).toEqual([...first.headers]);
  expect(await stored()).toEqual({
    answers: [{ answers: `{5${",NULL".repeat(10)},0}`, extra: 2 }],
    notes: ["The rota, please"],
  });
  expect(await (await open(path!)).text()).toBe(fresh);
});

test("a slip comes back with everything typed, and stores nothing", async () => {
  const path = pulse.links.a1![1]!;
  const before = await snapshot(database.superuserUrl);
  const long = await post(path, `D2=4&E1=0&note=${"x".repeat(NOTE_LENGTH + 1)}`);
  const body = await long.text();
  expect(long.status).toBe(422);
  expect(body).toContain(`${"x".repeat(NOTE_LENGTH + 1)}</textarea>`);
  expect(body).toMatch(/name="D2" value=4 checked/);
  expect(body).toMatch(/name="E1" value=0 checked/);
  const empty = await post(path, "note=");
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain('<a href="#D1">');
  const other = await post(`${path}?lang=cy&keep=1`, "D2=4&note=Hello");
  expect(other.status).toBe(200);
  expect(await other.text()).toContain("Hello</textarea>");
  expect(await snapshot(database.superuserUrl)).toEqual(before);
});

test.each([
  ["an unknown field", () => ["D1=1&name=Sam"] as const],
  ["a statement that the wave does not ask", () => ["D1=1&L1=1"] as const],
  ["a repeated field", () => ["D1=1&D1=2"] as const],
  ["a body over the limit", () => [`note=${"x".repeat(PULSE_BODY_BYTES)}`] as const],
  ["another type", () => ["D1=1", { "content-type": "text/plain" }] as const],
  ["a file form", () => ["D1=1", { "content-type": "multipart/form-data; boundary=x" }] as const],
])("refused, and nothing stored: %s", async (_, make) => {
  const before = await snapshot(database.superuserUrl);
  const [body, headers] = make();
  const response = await post(pulse.links.a1![1]!, body, headers);
  expect(response.status).toBe(400);
  expect(await snapshot(database.superuserUrl)).toEqual(before);
});

test("a body without an end is read to the limit and no further", async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 4096;
      controller.enqueue(new TextEncoder().encode("x".repeat(4096)));
    },
  });
  const path = pulse.links.a1![1]!;
  const init = { method: "POST", body: endless, headers: FORM, duplex: "half" };
  const response = await POST(new Request(address(path), init), paramsOf(path));
  expect(response.status).toBe(400);
  expect(given).toBeLessThanOrEqual(PULSE_BODY_BYTES + 5 * 4096);
});

test("links that are none", async () => {
  const good = pulse.links.a1![1]!;
  for (const path of [
    "/r/x",
    "/r/north..",
    `${good}0`,
    good.replace("/r/north.", "/r/south."),
    `${good.slice(0, -1)}_`,
  ]) {
    const response = await open(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("We do not know this link");
    expect((await post(path, "D1=1")).status).toBe(404);
  }
});

test("the leaflets are there, and other names are not", async () => {
  const leaflet = (page: string) =>
    getLeaflet(new Request(address(`/about/${page}`)), { params: Promise.resolve({ page }) });
  for (const page of ["privacy", "questions", "dpia"]) expect((await leaflet(page)).status).toBe(200);
  for (const page of ["constructor", "x"]) expect((await leaflet(page)).status).toBe(404);
});

test("a team's page and its sheet for the wall, for everybody", async () => {
  const path = pulse.links.a1![0]!.replace("/r/", "/d/").replace(/\.[^.]*$/, "");
  const at = (code: string) => ({ params: Promise.resolve({ code }) });
  const page = await getTeam(new Request(address(path)), at(path.slice("/d/".length)));
  expect(page.status).toBe(200);
  const body = await page.text();
  expect(body).toContain("Housing repairs");
  expect(body).toContain(`<a href="${path}/notice">`);
  const notice = await getNotice(new Request(address(`${path}/notice?lang=cy`)), at(path.slice("/d/".length)));
  expect(await notice.text()).toContain(`http://localhost:3000${path}`);
  for (const code of ["north", "north.", ".x", "north.%", "north.no-such-team", "nowhere.x", "x".repeat(400)])
    expect((await getTeam(new Request(address("/d/x")), at(code))).status).toBe(404);
});

test("while the database is away nothing typed is lost; once the wave is over it says so", async () => {
  const path = pulse.links.a1![2]!;
  await superuser`alter function app.submit_pulse(text, text, bytea, smallint[], smallint, smallint[], text) rename to away`;
  const failed = await post(path, "D3=2&note=Kept");
  expect(failed.status).toBe(503);
  const body = await failed.text();
  expect(body).toMatch(/name="D3" value=2 checked/);
  expect(body).toContain("Kept</textarea>");
  await superuser`alter function app.away(text, text, bytea, smallint[], smallint, smallint[], text) rename to submit_pulse`;
  expect((await post(path, "D3=2&note=Kept")).status).toBe(200);

  await superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`update wave set closes_at = now() - interval '1 minute' where id = ${pulse.waveId}`;
  });
  const closed = await open(pulse.links.a1![3]!);
  expect(closed.status).toBe(410);
  expect(await closed.text()).toContain("This wave has closed");
  expect((await post(pulse.links.a1![3]!, "D1=1")).status).toBe(410);
});
