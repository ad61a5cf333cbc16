package kit.run

class MysqlTwinSpec extends TwinSpec {

  def "kit leaves what Ansible leaves, and then changes nothing"() {
    expect:
    same('mysql', 'd3', 3)
  }
}
