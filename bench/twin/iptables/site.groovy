// The cases for kit.
play('Twin') {
  hosts 'twin'
  varsFiles 'cases.yml'
  task('Cases') {
    cases.each { one -> one.calls.each { call -> iptables call.iptables } }
  }
}
