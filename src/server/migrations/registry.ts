// Every migration of a server's schema, oldest first. A number is given once; what was released is never edited.
import { sql as tables } from './0001-tables.ts';
import { sql as guards } from './0002-guards.ts';
import { sql as rights } from './0003-rights.ts';
import { sql as views } from './0004-views.ts';
import { sql as readers } from './0005-readers.ts';

/** A step from one version of the schema to the next; its version is its place, from 1. */
export interface ServerMigration {
  readonly name: string;
  readonly sql: string;
}

export const serverMigrations: readonly ServerMigration[] = [
  { name: '0001-tables', sql: tables },
  { name: '0002-guards', sql: guards },
  { name: '0003-rights', sql: rights },
  { name: '0004-views', sql: views },
  { name: '0005-readers', sql: readers },
];
