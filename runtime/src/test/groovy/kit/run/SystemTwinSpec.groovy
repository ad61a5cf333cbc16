package kit.run

class SystemTwinSpec extends TwinSpec {

  def "kit leaves what Ansible leaves, and then changes nothing"() {
    expect:
    same('system', 'd3', 23)
  }
}
