package kit.run

class IptablesTwinSpec extends TwinSpec {

  def "kit leaves what Ansible leaves, and then changes nothing"() {
    expect:
    same('iptables', 'd2', 3)
  }
}
