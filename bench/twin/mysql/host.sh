# On a host, as root: MariaDB without users and databases but its own, and what is in it, one line each.
begin() {
  [ -e /usr/bin/mariadb ] ||
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends mariadb-server >/dev/null || exit
  systemctl start mariadb || exit
  end
  echo "INSTALL SONAME 'auth_ed25519'" | mariadb -f 2>/dev/null
  :
}

end() {
  mariadb -N -B <<'SQL' | mariadb
SELECT CONCAT('DROP USER ', QUOTE(User), '@', QUOTE(Host), ';') FROM mysql.user WHERE User NOT IN ('root', 'mysql', 'mariadb.sys') AND is_role = 'N';
SELECT CONCAT('DROP DATABASE `', SCHEMA_NAME, '`;') FROM information_schema.SCHEMATA
  WHERE SCHEMA_NAME NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema');
SQL
}

setup() { mariadb || exit; }

dump() {
  mariadb -N -B >/tmp/twin-users <<'SQL'
SELECT CONCAT('SHOW CREATE USER ', QUOTE(User), '@', QUOTE(Host), '; SHOW GRANTS FOR ', QUOTE(User), '@', QUOTE(Host), ';')
  FROM mysql.user WHERE is_role = 'N' AND User <> 'root';
SELECT CONCAT('SELECT ''database ', SCHEMA_NAME, ': ', DEFAULT_CHARACTER_SET_NAME, ' ', DEFAULT_COLLATION_NAME, ''';')
  FROM information_schema.SCHEMATA;
SELECT CONCAT('SELECT ''table ', TABLE_SCHEMA, '.', TABLE_NAME, ''', a.* FROM `', TABLE_SCHEMA, '`.`', TABLE_NAME, '` a;')
  FROM information_schema.TABLES WHERE TABLE_SCHEMA LIKE 'q%';
SQL
  mariadb -N -B </tmp/twin-users || exit
  rm /tmp/twin-users
}
