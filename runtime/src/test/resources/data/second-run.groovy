// Everything that kit's modules of databases and containers can leave; with -e state=bare rights and
// extensions go, with -e state=absent the rest; -e state=ask only asks.
play('Databases') {
  hosts 'd2'
  become()

  task('PostgreSQL', when: { state == 'present' }) {
    postgresqlUser name: 'kit readers', roleAttrFlags: ['NOLOGIN']
    postgresqlUser name: 'kit owner', password: word, expires: '2031-05-06', connLimit: 9, groups: ['kit readers'], comment: "may 'do'"
    postgresqlDb name: "kit 'a=b' \\ \$x", owner: 'kit owner', encoding: 'UTF-8', template: 'template0', connLimit: 7
    postgresqlDb name: '-kit', template: 'kit_template'
    postgresqlExt name: 'pg_trgm', db: '-kit', version: 'latest'
    postgresqlPrivs database: '-kit', type: 'database', roles: ['kit owner', 'PUBLIC'], privs: ['CONNECT', 'TEMP']
    postgresqlPrivs database: '-kit', type: 'schema', objs: ['public'], roles: ['kit owner'], privs: ['ALL'], grantOption: true
    postgresqlPrivs database: '-kit', roles: ['kit readers'], privs: ['SELECT'], objs: ['ALL_IN_SCHEMA'], schema: 'information_schema'
    postgresqlPrivs database: '-kit', type: 'sequence', roles: ['kit readers'], privs: ['USAGE'], objs: ['kit_s']
    postgresqlPrivs database: '-kit', type: 'function', schema: 'pg_catalog', objs: ['lower(text)'], roles: ['kit readers'], privs: ['EXECUTE']
    postgresqlPrivs database: '-kit', type: 'default_privs', objs: ['TABLES'], roles: ['kit readers'], privs: ['SELECT'], targetRoles: ['kit owner']
    postgresqlPrivs database: '-kit', type: 'group', objs: ['pg_monitor'], roles: ['kit readers']
    postgresqlSet name: 'work_mem', value: '7MB'
    postgresqlSet name: 'search_path', value: 'public, "$user"'
    postgresqlSlot name: 'kit_second'
    postgresqlHba dest: hba, databases: 'kit shop', users: 'kit owner', address: '127.1.0.0/16', method: 'reject'
  }
  task('MariaDB', when: { state == 'present' }) {
    mysqlDb name: ["kit'`\"\\ \$x", 'kit_utf8'], encoding: 'utf8', collation: 'utf8_bin'
    mysqlUser name: "kit'o \\x", host: '%', password: word, priv: ['kit_utf8.*': 'ALL,GRANT', '*.*': 'PROCESS', 'mysql.user': 'SELECT (Host, User)'],
        tlsRequires: [SSL: ''], resourceLimits: [MAX_USER_CONNECTIONS: 3]
    mysqlUser name: 'kit_socket', plugin: 'unix_socket'
  }
  task('Questions', when: { state == 'ask' }) {
    [[engine: 'postgresql'], [engine: 'mariadb']].each { its ->
      sql its + [query: 'SELECT %(word)s AS word, 1 AS one', namedArgs: [word: "it's; \\ \$HOME é\n"]]
    }
    postgresqlQuery query: 'WITH a AS (SELECT %s AS n) SELECT n FROM a', positionalArgs: [7], readOnly: true
    mysqlQuery query: 'SELECT 1 WHERE 2 IN %(all)s', namedArgs: [all: [1, 2]]
  }
  task('Rights go', when: { state == 'bare' }) {
    postgresqlPrivs database: '-kit', type: 'database', roles: ['kit owner'], privs: ['CONNECT', 'TEMP'], state: 'absent'
    postgresqlPrivs database: '-kit', type: 'schema', objs: ['public'], roles: ['kit owner'], privs: ['ALL'], state: 'absent'
    postgresqlPrivs database: '-kit', roles: ['kit readers'], privs: ['SELECT'], objs: ['ALL_IN_SCHEMA'], schema: 'information_schema', state: 'absent'
    postgresqlPrivs database: '-kit', type: 'sequence', roles: ['kit readers'], privs: ['USAGE'], objs: ['kit_s'], state: 'absent'
    postgresqlPrivs database: '-kit', type: 'function', schema: 'pg_catalog', objs: ['lower(text)'], roles: ['kit readers'], privs: ['EXECUTE'], state: 'absent'
    postgresqlPrivs database: '-kit', type: 'default_privs', objs: ['TABLES'], roles: ['kit readers'], privs: ['SELECT'], targetRoles: ['kit owner'], state: 'absent'
    postgresqlPrivs database: '-kit', type: 'group', objs: ['pg_monitor'], roles: ['kit readers'], state: 'absent'
    postgresqlExt name: 'pg_trgm', db: '-kit', state: 'absent'
    mysqlUser name: "kit'o \\x", host: '%', priv: 'kit_utf8.*:ALL,GRANT', subtractPrivs: true
  }
  task('Nothing is left', when: { state == 'absent' }) {
    postgresqlHba dest: hba, databases: 'kit shop', users: 'kit owner', address: '127.1.0.0/16', state: 'absent'
    postgresqlSlot name: 'kit_second', state: 'absent'
    ['work_mem', 'search_path'].each { postgresqlSet name: it, reset: true }
    ['-kit', "kit 'a=b' \\ \$x"].each { postgresqlDb name: it, state: 'absent', force: true }
    ['kit owner', 'kit readers'].each { postgresqlUser name: it, state: 'absent' }
    mysqlUser name: "kit'o \\x", host: '%', state: 'absent'
    mysqlUser name: 'kit_socket', state: 'absent'
    mysqlDb name: ["kit'`\"\\ \$x", 'kit_utf8'], state: 'absent'
  }
}

play('Containers') {
  hosts 'engine'
  moduleDefaults dockerContainer: [stopTimeout: 0], dockerCompose: [timeout: '1s']

  task('All of it', when: { state == 'present' }) {
    dockerImage name: image, repository: "$app:2", archivePath: archive
    dockerLogin registry: registry, username: 'deploy', password: word, configPath: config
    dockerVolume name: "$app-data", labels: [odd: "it's \"so\" \\ \$HOME é"]
    dockerNetwork name: "$app-net", ipamConfig: [[subnet: subnet + '.0/24', gateway: subnet + '.1']], labels: [app: app]
    dockerContainer name: "$app-odd", image: "$app:2", command: ['sleep', '1000000'], init: true,
        env: [ODD: "it's \"so\" \\ \$HOME `id` é", LINES: "one\ntwo\n", WORD: word, EMPTY: '', DASH: '--x', LONG: 'é' * 40_000],
        labels: ['--odd': "it's \"so\" \\ \$HOME é", empty: ''], volumes: ["$app-data:/data:ro"],
        networks: [[name: "$app-net", ipv4Address: subnet + '.10', aliases: ['odd']]], memory: '64m', restartPolicy: 'on-failure', restartRetries: 3,
        healthcheck: [test: 'true', interval: '5m'], etcHosts: [db: '192.0.2.7'], ulimits: ['nofile:1024:2048'], logDriver: 'json-file', logOptions: ['max-size': '1m']
    dockerCompose projectName: app, removeOrphans: true, await: true, definition: [
      services: [web: [image: "$app:2".toString(), command: ['sleep', '1000000'], init: true,
        environment: [ODD: "it's \"so\" \\ \$\$HOME é", YES: 'yes', N: '1e3', '-x': "a: b # c"], labels: ['it is': "- {}"]]]]
  }
  task('None of it', when: { state == 'absent' }) {
    dockerCompose projectName: app, state: 'absent', definition: [services: [web: [image: "$app:2".toString()]]]
    dockerContainer name: "$app-odd", state: 'absent'
    dockerNetwork name: "$app-net", state: 'absent'
    dockerVolume name: "$app-data", state: 'absent'
    dockerLogin registry: registry, state: 'absent', configPath: config
    dockerImage name: "$app:2", state: 'absent'
  }
}
