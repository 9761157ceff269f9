// A stand-in for Citus in a database: it spreads nothing, writes down what it is asked, and refuses what Citus refuses.

/** The workers of the stand-in, as `run_command_on_workers` names them. */
export const WORKERS = ['worker-1:5432', 'worker-2:5432'] as const;

/*
 * What it refuses was seen on Citus 13: keys without the distribution column, foreign keys to tables that are not
 * distributed or lie elsewhere, policies with subqueries, triggers without leave. Views run as the caller. A schema that
 * is there already must not be created once more, or its rights are lost on the workers. Roles made before the extension
 * are missing there until a command brings them, and such a command waits for itself when its transaction has made roles
 * or when it is passed on.
 */
export const STAND_IN = `
SET allow_system_table_mods TO on;
INSERT INTO pg_extension VALUES (99999, 'citus', 10, 11, true, '13.2', NULL, NULL);
CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass, beside text);
CREATE TABLE pg_catalog.stand_in_missing AS SELECT rolname FROM pg_roles WHERE rolname LIKE 'yanquan%' OR NOT rolsuper;
CREATE TABLE pg_catalog.stand_in_commands (command text);
CREATE TABLE pg_catalog.stand_in_workers (nodename text, nodeport integer, away boolean);
INSERT INTO pg_catalog.stand_in_workers SELECT split_part(w, ':', 1), split_part(w, ':', 2)::integer, false
  FROM unnest(ARRAY['${WORKERS.join("', '")}']) w;

CREATE FUNCTION pg_catalog.stand_in_views() RETURNS void LANGUAGE plpgsql AS $$
DECLARE v regclass;
BEGIN
  FOR v IN SELECT DISTINCT r.ev_class::regclass FROM pg_rewrite r
    JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
    JOIN pg_class c ON c.oid = r.ev_class AND c.relkind = 'v'
    WHERE d.refobjid IN (SELECT logicalrelid FROM pg_catalog.pg_dist_partition)
  LOOP EXECUTE format('ALTER VIEW %s SET (security_invoker = on)', v); END LOOP;
END $$;
CREATE FUNCTION pg_catalog.stand_in_defined() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_catalog.stand_in_views(); END $$;
CREATE EVENT TRIGGER stand_in_defined ON ddl_command_end WHEN TAG IN ('CREATE VIEW')
  EXECUTE FUNCTION pg_catalog.stand_in_defined();

CREATE FUNCTION pg_catalog.stand_in_schema() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_regnamespace('yanquan') IS NOT NULL THEN RAISE 'the schema goes to the workers without its rights'; END IF;
END $$;
CREATE EVENT TRIGGER stand_in_schema ON ddl_command_start WHEN TAG IN ('CREATE SCHEMA')
  EXECUTE FUNCTION pg_catalog.stand_in_schema();

CREATE FUNCTION pg_catalog.create_distributed_table(t regclass, c text, colocate_with text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('citus.enable_unsafe_triggers', true) IS DISTINCT FROM 'on' THEN RAISE 'has triggers'; END IF;
  IF EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t AND i.indisunique AND NOT EXISTS (SELECT FROM pg_attribute a
    WHERE a.attrelid = t AND a.attname = c AND a.attnum = ANY (i.indkey::int2[]))) THEN RAISE 'a key without %', c; END IF;
  IF EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = t
    AND k.confrelid NOT IN (SELECT logicalrelid FROM pg_dist_partition)) THEN RAISE 'refers to a local table'; END IF;
  IF colocate_with <> 'none' AND colocate_with::regclass NOT IN (SELECT logicalrelid FROM pg_dist_partition)
    THEN RAISE 'lies beside nothing'; END IF;
  IF EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t AND pg_get_expr(p.polqual, t) ~* 'select')
    THEN RAISE 'cannot create policy'; END IF;
  INSERT INTO pg_catalog.pg_dist_partition VALUES (t, colocate_with);
  PERFORM pg_catalog.stand_in_views();
END $$;

CREATE FUNCTION pg_catalog.run_command_on_workers(command text)
  RETURNS TABLE (nodename text, nodeport integer, success boolean, result text) LANGUAGE plpgsql AS $$
BEGIN
  IF position($m$set_config('citus.enable_ddl_propagation', 'off'$m$ IN command) = 0 THEN RAISE 'waits for itself'; END IF;
  IF EXISTS (SELECT FROM pg_authid a WHERE a.xmin = pg_current_xact_id()::xid) THEN RAISE 'waits for its own roles'; END IF;
  EXECUTE command;
  INSERT INTO pg_catalog.stand_in_commands VALUES (command);
  DELETE FROM pg_catalog.stand_in_missing m
    WHERE position(format('CREATE ROLE %I;', m.rolname) IN command) > 0;
  RETURN QUERY SELECT w.nodename, w.nodeport, NOT w.away, 'DO' FROM pg_catalog.stand_in_workers w;
END $$;
GRANT SELECT ON pg_catalog.pg_dist_partition TO PUBLIC`;
