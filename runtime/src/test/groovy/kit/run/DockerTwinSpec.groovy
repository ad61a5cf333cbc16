package kit.run

/** On the engine that the test hosts run in, under names and addresses of this checkout. */
class DockerTwinSpec extends TwinSpec {

  private String getPrefix() { "kit-twin-${hosts.container('d1')}-" }

  private int getNet() { 100 + (prefix.hashCode() & 0x7f) }

  @Override
  protected String own(String text) {
    text.replace('twin-', prefix).replace('10.77.', "10.${net}.").replace('fd00:10:77:', "fd00:10:${net}:")
  }

  @Override
  protected String line(String host) { 'localhost ansible_connection=local' }

  @Override
  protected String on(String host, String script) {
    def process = new ProcessBuilder('sh', '-s').redirectErrorStream(true).start()
    process.outputStream.withWriter { it << "TWIN='$prefix' TWIN_NET='10.$net'\n$script" }
    def said = process.inputStream.text
    assert process.waitFor() == 0: said
    said.trim()
  }

  def "kit leaves what Ansible leaves, and then changes nothing"() {
    expect:
    same('docker', 'd1', 7)
  }
}
