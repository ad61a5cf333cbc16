// The cases for kit. Most are called as root, who becomes postgres by himself.
play('Twin') {
  hosts 'twin'
  varsFiles 'cases.yml'
  moduleDefaults postgresqlUser: [port: 5433], postgresqlDb: [port: 5433], postgresqlPrivs: [port: 5433],
      postgresqlExt: [port: 5433], postgresqlSet: [port: 5433], postgresqlQuery: [port: 5433]
  task('Cases') {
    cases.each { one ->
      one.calls.each { call ->
        call.each { module, its ->
          switch (module) {
            case 'postgresql_user': postgresqlUser its; break
            case 'postgresql_db': postgresqlDb its; break
            case 'postgresql_privs': postgresqlPrivs its; break
            case 'postgresql_ext': postgresqlExt its; break
            case 'postgresql_set': postgresqlSet its; break
            case 'postgresql_query': postgresqlQuery its; break
            case 'postgresql_pg_hba': postgresqlHba its; break
            default: fail "no module $module"
          }
        }
      }
    }
  }
}
