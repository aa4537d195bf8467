import type { Sql, TransactionSql } from "postgres";

/**
 * Longer lists of parameters (bulk inserts, long `in` lists) have a text for each length: named, each would stay in the
 * memory of its connection until that ends.
 */
export const MOST_NAMED_PARAMETERS = 64;

/**
 * Lets the driver name the statements that drizzle sends. Drizzle sends them unnamed: then each costs a second round trip,
 * to ask for the types of its parameters, and is parsed and planned anew every time. Does nothing on a client with
 * `prepare: false`. Changes the client it is given.
 */
export function nameStatements(sql: Sql): Sql {
  nameIn(sql);
  const begin = sql.begin.bind(sql) as (...args: unknown[]) => Promise<unknown>;
  const named = (...args: unknown[]) => {
    const work = args.pop() as (tx: TransactionSql) => unknown;
    return begin(...args, (tx: TransactionSql) => work(nameIn(tx)));
  };
  sql.begin = named as typeof sql.begin;
  return sql;
}

function nameIn<S extends Sql | TransactionSql>(sql: S): S {
  const unsafe = sql.unsafe.bind(sql) as typeof sql.unsafe;
  const named: typeof sql.unsafe = (text, parameters = [], options = {}) =>
    unsafe(text, parameters, {
      ...options,
      // Without parameters the driver uses the simple protocol: `begin`, `commit`, several statements at once.
      prepare: parameters.length > 0 && parameters.length <= MOST_NAMED_PARAMETERS,
    });
  sql.unsafe = named;
  return sql;
}
