// The cases for kit, called as root over the socket.
play('Twin') {
  hosts 'twin'
  varsFiles 'cases.yml'
  task('Cases') {
    cases.each { one ->
      one.calls.each { call ->
        call.each { module, its ->
          switch (module) {
            case 'mysql_user': mysqlUser its; break
            case 'mysql_db': mysqlDb its; break
            case 'mysql_query': mysqlQuery its; break
            default: fail "no module $module"
          }
        }
      }
    }
  }
}
