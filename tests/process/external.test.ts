import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkExternal, judge } from "#scripts/start/external.ts";
import { type DatabaseUrls, readSettings } from "#scripts/start/settings.ts";
import type { TestState } from "#scripts/test/prepare-database.ts";

const state = JSON.parse(readFileSync(process.env.BEARING_TEST_STATE ?? "", "utf8")) as TestState;
const suffix = randomBytes(4).toString("hex");
const database = `external_${suffix}`;
const password = "a password that is never printed";
const admin = postgres(state.superuserUrl, { max: 1, onnotice: () => {} });
const roles = ["owner", "app", "respondent", "releaser", "bypassing", "refused", "memberof"] as const;

const urlOf = (role: string, changes: { password?: string; database?: string; port?: string; host?: string } = {}) => {
  const url = new URL(state.superuserUrl);
  url.username = `${role}_${suffix}`;
  url.password = changes.password ?? password;
  url.pathname = `/${changes.database ?? database}`;
  if (changes.port) url.port = changes.port;
  if (changes.host) url.hostname = changes.host;
  return url.toString();
};

const good = (): DatabaseUrls => ({
  app: urlOf("app"),
  migrator: urlOf("owner"),
  respondent: urlOf("respondent"),
  releaser: urlOf("releaser"),
});

beforeAll(async () => {
  for (const role of roles) {
    const rights = role === "refused" ? "nologin" : role === "bypassing" ? "login bypassrls" : "login";
    await admin.unsafe(`create role ${role}_${suffix} ${rights} password '${password}'`);
  }
  await admin.unsafe(`grant owner_${suffix} to memberof_${suffix}`);
  await admin.unsafe(`create database ${database} owner owner_${suffix}`);
  const owner = postgres(urlOf("owner"), { max: 1, onnotice: () => {} });
  await owner`create table owned (n int)`;
  await owner.end();
});

afterAll(async () => {
  await admin.unsafe(`drop database ${database} with (force)`);
  for (const role of roles) await admin.unsafe(`drop role ${role}_${suffix}`);
  await admin.end();
});

test("a server as it should be is accepted", async () => {
  expect((await checkExternal(good())).version).toMatch(/^1[78]/);
});

const wrongs: [string, () => Partial<DatabaseUrls>, RegExp][] = [
  ["not an address", () => ({ app: "bearing" }), /^DATABASE_URL is not of the form/],
  [
    "unreachable",
    () => ({ app: urlOf("app", { port: "1" }) }),
    /^DATABASE_URL: no Postgres answers at 127\.0\.0\.1:1\.$/,
  ],
  [
    "unknown host",
    () => ({ app: urlOf("app", { host: "db.invalid" }) }),
    /^DATABASE_URL: the host of db\.invalid:\d+ is not known\.$/,
  ],
  [
    "wrong password",
    () => ({ releaser: urlOf("releaser", { password: "no" }) }),
    /^DATABASE_RELEASER_URL: the password of releaser_\w+ is wrong at/,
  ],
  [
    "wrong database",
    () => ({ migrator: urlOf("owner", { database: "nowhere" }) }),
    /^DATABASE_MIGRATOR_URL: there is no database "nowhere" at/,
  ],
  [
    "a role that may not log in",
    () => ({ app: urlOf("refused") }),
    /^DATABASE_URL: the server at .* does not let the role refused_\w+ in/,
  ],
  [
    "two databases",
    () => ({ app: urlOf("app", { database: "postgres" }) }),
    /^The DATABASE variables name different databases/,
  ],
  ["an app role that owns tables", () => ({ app: urlOf("owner") }), /^DATABASE_URL: the role owner_\w+ owns tables/],
  [
    "an app role that belongs to the owner",
    () => ({ app: urlOf("memberof") }),
    /^DATABASE_URL: the role memberof_\w+ owns tables \(or belongs/,
  ],
  [
    "an app role that bypasses",
    () => ({ app: urlOf("bypassing") }),
    /^DATABASE_URL: the role bypassing_\w+ bypasses row-level security/,
  ],
  [
    "a superuser",
    () => ({ app: new URL(`/${database}`, state.superuserUrl).toString() }),
    /^DATABASE_URL: the role postgres is a superuser/,
  ],
];

test.each(wrongs)("one sentence for: %s", async (_name, change, sentence) => {
  const failure = await checkExternal({ ...good(), ...change() }).then(
    () => new Error("accepted"),
    (error: Error) => error,
  );
  expect(failure.message).toMatch(sentence);
  expect(failure.message).not.toContain(password);
  expect(failure.message.trimEnd().split("\n")).toHaveLength(1);
});

test("a server that is too old is named", () => {
  const row = { number: 160004, version: "16.4", superuser: false, bypasses: false, owned: 0 };
  expect(judge({ variable: "DATABASE_URL", user: "app", runtime: true }, row)).toBe(
    "DATABASE_URL: the server is Postgres 16.4; Bearing needs 17 or newer.",
  );
  expect(judge({ variable: "DATABASE_URL", user: "app", runtime: true }, { ...row, number: 170000 })).toBeUndefined();
});

describe("variables", () => {
  test("all four are needed", () => {
    expect(() => readSettings({ NODE_ENV: "test", DATABASE_URL: "postgres://a:b@c/d" })).toThrow(
      "DATABASE_URL is set, so DATABASE_MIGRATOR_URL must be set too (the owner of the tables, used to migrate).",
    );
  });
  test("a demo is never written into an external database unasked", () => {
    const [app, migrator, respondent, releaser] = ["a", "m", "r", "l"].map((user) => `postgres://${user}:p@h/d`);
    const env = {
      NODE_ENV: "test" as const,
      DATABASE_URL: app,
      DATABASE_MIGRATOR_URL: migrator,
      DATABASE_RESPONDENT_URL: respondent,
      DATABASE_RELEASER_URL: releaser,
    };
    expect(readSettings(env).seed).toBe("none");
    expect(readSettings({ ...env, BEARING_SEED: "demo" }).seed).toBe("demo");
    expect(readSettings({ NODE_ENV: "test" }).seed).toBe("demo");
  });
  test.each(["http", "-1", "70000"])("BEARING_PORT=%s is refused", (port) => {
    expect(() => readSettings({ NODE_ENV: "test", BEARING_PORT: port })).toThrow(/BEARING_PORT/);
  });
});
