// The types of the package `pgpass`, which brings none: what it is asked and what it answers.
declare module 'pgpass' {
  /** Looks up the password in the pass file; undefined when it has none, or may be read by others. */
  export default function pgpass(
    connection: {
      readonly host: string;
      readonly port: number;
      readonly database: string;
      readonly user: string;
    },
    found: (password: string | undefined) => void,
  ): void;
}
