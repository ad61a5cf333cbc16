package kit.run

class PostgresqlTwinSpec extends TwinSpec {

  def "kit leaves what Ansible leaves, and then changes nothing"() {
    expect:
    same('postgresql', 'd1', 4)
  }
}
