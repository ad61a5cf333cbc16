# On a host, as root: a PostgreSQL cluster of its own on port 5433, and what is in it, one line each.
begin() {
  [ -e /usr/lib/postgresql/15/bin/initdb ] ||
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends postgresql >/dev/null || exit
  end
  pg_createcluster 15 twin -p 5433 --locale C.UTF-8 --start -o fsync=off -- --no-sync >/dev/null || exit
  mkdir -p /var/tmp/twin
  cat >/var/tmp/twin/base <<'HBA'
# who may come in
local   all   postgres   peer
local   all   all        peer
host    all   all        127.0.0.1/32   scram-sha-256
host    all   all        192.0.2.0/24   md5
host    all   all        ::1/128        scram-sha-256 # this host
HBA
  chown -R postgres: /var/tmp/twin
  echo 'CREATE DATABASE twin;' | setup
}

end() {
  pg_ctlcluster 15 twin stop -m immediate 2>/dev/null
  pg_dropcluster 15 twin 2>/dev/null
  rm -rf /var/tmp/twin
}

setup() { sql postgres; }

sql() { su postgres -c "cd / && psql -p 5433 -X -q -A -t -v ON_ERROR_STOP=1 -d '$1'" >/var/tmp/twin/said || exit; cat /var/tmp/twin/said; }

login() { # ROLE PASSWORD
  who=$(PGPASSWORD=$2 psql -h 127.0.0.1 -p 5433 -U "$1" -X -A -t -d postgres -c 'SELECT current_user') || who=nobody
  echo "login of $1: $who"
}

# rights CATALOG PREFIX KIND NAME LETTER CONDITION: a line for each object, what is standard written out
rights() {
  owner=$2owner; [ "$3" != database ] || owner=datdba
  cat <<SQL
SELECT format('%s %s: %s', '$3', $4, (SELECT string_agg(a::text, ' ' ORDER BY a::text COLLATE "C")
    FROM unnest(COALESCE(o.$2acl, acldefault('$5', o.$owner))) a)) FROM $1 o WHERE $6;
SQL
}

# own PREFIX: that it is in no schema of the system
own() { echo "o.$1namespace::regnamespace::text !~ '^(pg_|information_schema)'"; }

dump() {
  sql postgres <<'SQL'
SET timezone TO 'UTC';
SELECT format('role %s: super=%s inherit=%s createrole=%s createdb=%s login=%s replication=%s bypassrls=%s limit=%s until=%s password=%s comment=%s',
    rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit,
    COALESCE(rolvaliduntil::text, 'none'), COALESCE(substring(rolpassword FROM '^(md5.*|SCRAM-SHA-256\$\d+:a2l0.*|SCRAM-SHA-256\$\d+:)'), 'none'),
    COALESCE(shobj_description(oid, 'pg_authid'), 'none')) FROM pg_authid WHERE rolname !~ '^pg_';
SELECT format('member %s of %s%s', u.rolname, g.rolname, CASE WHEN admin_option THEN ' with admin option' ELSE '' END)
  FROM pg_auth_members m JOIN pg_roles g ON g.oid = roleid JOIN pg_roles u ON u.oid = member WHERE u.rolname !~ '^pg_';
SELECT format('database %s: owner=%s encoding=%s collate=%s ctype=%s limit=%s tablespace=%s', datname, pg_get_userbyid(datdba),
    pg_encoding_to_char(encoding), datcollate, datctype, datconnlimit, spcname)
  FROM pg_database d JOIN pg_tablespace t ON t.oid = dattablespace;
SELECT format('parameter %s = %s', name, setting) FROM pg_file_settings WHERE sourcefile LIKE '%auto.conf';
SQL
  { rights pg_database dat database o.datname d true; rights pg_tablespace spc tablespace o.spcname t 'spcacl IS NOT NULL'; } | sql postgres
  echo "SELECT datname FROM pg_database WHERE datallowconn AND datname <> 'template1'" | sql postgres >/var/tmp/twin/databases
  while read -r db; do
    {
      rights pg_class rel relation o.oid::regclass r "o.relkind IN ('r', 'v') AND $(own rel)"
      rights pg_class rel sequence o.oid::regclass s "o.relkind = 'S' AND $(own rel)"
      rights pg_proc pro routine o.oid::regprocedure f "$(own pro)"
      rights pg_type typ type o.oid::regtype T "typacl IS NOT NULL AND $(own typ)"
      rights pg_namespace nsp schema o.nspname n "o.nspname !~ '^(pg_|information_schema)'"
      rights pg_language lan language o.lanname l 'lanacl IS NOT NULL'
      rights pg_foreign_data_wrapper fdw wrapper o.fdwname F true
      rights pg_foreign_server srv server o.srvname S true
      cat <<'SQL'
SELECT format('later %s of %s in %s: %s to %s%s', defaclobjtype, pg_get_userbyid(defaclrole), COALESCE(nspname, 'all'), privilege_type,
    COALESCE(rolname, 'PUBLIC'), CASE WHEN is_grantable THEN ' with grant option' ELSE '' END)
  FROM pg_default_acl CROSS JOIN LATERAL aclexplode(defaclacl) LEFT JOIN pg_roles g ON g.oid = grantee LEFT JOIN pg_namespace n ON n.oid = defaclnamespace;
SELECT format('extension %s %s in %s', extname, extversion, extnamespace::regnamespace) FROM pg_extension WHERE extname <> 'plpgsql';
SELECT format('table %s %s', oid::regclass, translate(query_to_xml('SELECT * FROM ' || oid::regclass, false, true, '')::text, E'\n', '')) FROM pg_class
  WHERE relkind = 'r' AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)';
SQL
    } | sql "$db" | sed "s/^/$db: /"
  done </var/tmp/twin/databases
  for file in /var/tmp/twin/*.conf; do
    awk -v file="${file##*/}" '{ sub(/#.*/, "") } NF {
      n = split($2, databases, ","); m = split($3, users, ",")
      for (i = 1; i <= n; i++) for (j = 1; j <= m; j++) { $2 = databases[i]; $3 = users[j]; print "rule in " file ": " $0 }
    }' "$file"
  done
}
