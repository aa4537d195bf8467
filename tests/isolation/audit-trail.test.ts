import postgres from "postgres";
import { expect, test } from "vitest";
import { makeOrganisation } from "../factories/organisation.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();

/** predicates.test.ts asks with filters that may match nothing; here is the whole list, with the tenant policies taken away. */
test("HR lists the trail of the own organisation by the query alone", async () => {
  const [north, south] = [await makeOrganisation("north"), await makeOrganisation("south")];
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    for (const { id, slug } of [north, south]) {
      await superuser`
        insert into audit_event (org_id, actor, action, subject) values (${id}, 'Somebody', 'unit.rename', ${`Only ${slug}`})`;
    }
    await superuser`drop policy tenant on audit_event`;
    const { audit } = await north.as("hr");
    const page = { cursor: null, limit: 50 };
    const seen = JSON.stringify([await audit.list(page), await audit.exportChanges(page)]);
    expect(seen).toContain("Only north");
    expect(seen).not.toMatch(/only.south/i);
  } finally {
    await superuser.end({ timeout: 5 });
  }
});
