// What can be wrong with a server in English: its address, the way to it, rights, what is published. Each says what to do.
import type { problemsServer as zh } from '../zh/problems-server.ts';

export const problemsServer: Readonly<Record<keyof typeof zh, string>> = {
  server_url_form: "The server's address cannot be read. Write postgresql://[user@]host[:port]/database.",
  server_url_password:
    "A password does not belong into the address: commands are kept in the shell's history. Take it out and give it in PGPASSWORD, in a pass file (~/.pgpass), or at the prompt.",
  server_url_option: 'The address cannot have the option {option}. Use one of: {known}.',
  server_tls_always:
    'sslmode={mode} cannot be: the certificate is always verified in full, except on this machine. Leave it out, or write verify-full.',
  server_ca_unreadable: 'The certificate file {file} cannot be read. Check sslrootcert or PGSSLROOTCERT.',
  server_unreachable:
    'The server {server} cannot be reached ({detail}); nothing was written. Make sure that it runs, and run the command again.',
  server_unknown_host: 'There is no host for {server}. Check its name.',
  server_without_tls:
    'The server {server} offers no encryption; it was not connected to. Give it a certificate (ssl = on).',
  server_certificate:
    'The certificate of {server} does not hold ({detail}); it was not connected to. Check that the host is the one it names; name an authority of your own in PGSSLROOTCERT.',
  server_login_refused:
    'The server {server} refuses the login ({detail}). Check user and password (a township is registered first: yanquan publish add-township); give the password in PGPASSWORD or ~/.pgpass.',
  server_user_missing:
    'No user to log in as: neither the address nor PGUSER names one, and the system has no user name. Write postgresql://USER@HOST/DATABASE.',
  server_password_missing:
    'The server {server} asks for the password of {user}. Give it in PGPASSWORD or in a pass file (~/.pgpass, mode 0600), or run the command at a terminal.',
  server_database_missing: 'There is no database {server}. Make it first (createdb).',
  server_busy:
    'The server {server} is busy ({detail}); nothing was written. Make another try: run the command again.',
  server_lost:
    'The connection to {server} was lost ({detail}). There are whole rounds only; use the same command again, and it goes on.',
  server_worker_lost:
    'The server {server} cannot reach a worker of its cluster, or the worker refuses the login ({detail}). There are whole rounds only. Running it again does not help: have the administrator look into the log of the coordinator, make sure that every worker runs, and check that it lets this user in (pg_dist_authinfo).',
  server_worker_refused:
    'The workers {workers} of {server} cannot be reached or refuse; nothing was written. Look into the log of the coordinator, make sure that they run, and run yanquan publish init again.',
  server_citus_superuser:
    'The database {server} has Citus: yanquan publish init needs a superuser, who brings the roles to the workers. Use one to log in.',
  server_full:
    'The server {server} is short of room ({detail}); nothing was written. Make room and run the command again.',
  server_denied: 'No right to do this on {server} ({detail}). Check the login, or have the right given.',
  server_refused:
    'The server {server} refuses ({detail}); nothing was written. Give the code to its administrator.',
  server_encoding: 'The database {server} is encoded in {encoding}. Make one in UTF8.',
  server_not_set_up: 'The database {server} is not set up. First: yanquan publish init.',
  server_older:
    'The schema of {server} is version {version}, this program needs {known}. Use this program to run yanquan publish init.',
  server_newer:
    'The schema of {server} is version {version}, this program knows up to {known}. Use a newer program.',
  server_changed:
    'Step {version} of the schema of {server} is not the one of this program. Use the program that made it, or another database.',
  server_not_registered:
    'The ledger {ledger_id} is not registered on {server}. First, by the county: yanquan publish add-township --ledger-id {ledger_id}.',
  server_role_not_granted:
    'The login may not publish to {server} as {role}. Use that role to log in, or have it granted.',
  ledger_id_form:
    '"{ledger_id}" is no id of a ledger. Give the 32 hex digits that yanquan publish id prints.',
  county_unknown: 'No township of the county "{county}" is registered. Choose one of: {known}.',
  overview_span: '--from {from} is after --to {to}. Give them the other way round, or leave one out.',
  publish_fork:
    'Round {round} is on {server} with another digest; nothing was published. Here: {here}; there: {there}. First find out which is true (yanquan verify --digest).',
  publish_behind:
    'Round {round} is on {server} (digest {there}) and not closed in this ledger; nothing was published. Use the newest ledger, not an older backup.',
};
