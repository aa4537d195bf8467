/** What every procedure says about who may call it: exactly one of the three, the latter two with a written reason. */
export interface ProcedureMeta {
  permission?: string;
  public?: string;
  signedIn?: string;
}

export interface ProcedureEntry {
  path: string;
  meta: ProcedureMeta | undefined;
  hasOutput: boolean;
}

interface RouterLike {
  _def: {
    procedures: Record<string, unknown>;
    /** Sub-routers that `procedures` hides until they are loaded. */
    lazy?: Record<string, { load: () => Promise<unknown> }>;
  };
}

/** Every procedure of a router, those behind `lazy()` included. */
export async function listProcedures(router: RouterLike): Promise<ProcedureEntry[]> {
  const { _def } = router;
  // A loaded router may bring further lazy ones; `load` takes itself out of the list.
  for (let keys = Object.keys(_def.lazy ?? {}); keys.length > 0; keys = Object.keys(_def.lazy ?? {})) {
    for (const key of keys) await _def.lazy?.[key]?.load();
  }
  return Object.entries(_def.procedures).map(([path, procedure]) => {
    const def = (procedure as { _def: { meta?: unknown; output?: unknown } })._def;
    return {
      path,
      meta: def.meta as ProcedureMeta | undefined,
      hasOutput: def.output !== undefined,
    };
  });
}

/**
 * @param permissions the catalogue
 * @returns one sentence per breach
 */
export function checkProcedures(procedures: ProcedureEntry[], permissions: readonly string[]): string[] {
  const malformed = permissions
    .filter((permission) => !/^[a-z][a-z_]*:[a-z][a-z_]*$/.test(permission))
    .map((permission) => `permission "${permission}" is not resource:action`);
  return [...malformed, ...procedures.flatMap((procedure) => breachesOf(procedure, permissions))];
}

function breachesOf({ path, meta, hasOutput }: ProcedureEntry, permissions: readonly string[]): string[] {
  const breaches: string[] = [];
  const declared = (["permission", "public", "signedIn"] as const).filter((key) => meta?.[key] !== undefined);
  if (declared.length !== 1)
    breaches.push(`${path} declares ${declared.length === 0 ? "nobody" : declared.join(" and ")}`);
  if (meta?.permission !== undefined && !permissions.includes(meta.permission)) {
    breaches.push(`${path}: permission "${meta.permission}" is not in the catalogue`);
  }
  // "own account" says enough for somebody signed in; what is open to everybody needs a sentence.
  const leastWords = { public: 4, signedIn: 2 } as const;
  for (const key of ["public", "signedIn"] as const) {
    const reason = meta?.[key];
    if (reason !== undefined && reason.trim().split(/\s+/).length < leastWords[key]) {
      breaches.push(`${path}: ${key} needs a reason in words`);
    }
  }
  if (!hasOutput) breaches.push(`${path} has no output parser: whatever it returns would leave the server`);
  return breaches;
}
