package kit.run

import java.nio.file.Files
import java.nio.file.Path

/** The sample of Docker in playbooks/, on the engine that the test hosts run in. */
class DockerOnHostSpec extends HostSpec {

  def "the sample makes an application, then has nothing to do in one round trip, and takes it away"() {
    given:
    def app = "kit-demo-${hosts.container('d1')}"
    def image = "$app:1"
    sh("d=\$(mktemp -d) && mkdir \$d/bin && cp \"\$(command -v busybox)\" \$d/bin/busybox && ln -s busybox \$d/bin/sleep && chmod 755 \$d && tar -C \$d -c . | docker import - $image; rm -rf \$d")
    def kit = { String command, String... more ->
      site.start([:], [command, playbook(app), '-e', "image=$image", '-e', "app=$app", *more]*.toString()).await()
    }

    when:
    def check = kit('check')

    then:
    check.code == 0
    check.out.contains("+volume: $app-data")
    sh("docker ps -aq --filter name=$app; docker volume ls -q --filter name=$app; docker network ls -q --filter name=$app") == ''

    when:
    def first = kit('run')

    then:
    first.code == 0
    first.out.contains('+web: 1 container')

    when:
    def second = kit('run')

    then:
    second.code == 0
    second.out =~ /1 host: 1 ok · 0 changed .*· 1 round trip\b/

    when:
    def third = kit('run', '-e', 'greeting=hullo')

    then:
    third.code == 0
    third.out =~ /-\s+GREETING: hello\n/
    third.out =~ /web[-_]1: definition/
    !(third.out =~ /worker[-_]1/)

    when:
    def last = kit('run', '-e', 'state=absent')

    then:
    last.code == 0
    sh("docker ps -aq --filter name=$app; docker volume ls -q --filter name=$app; docker network ls -q --filter name=$app") == ''

    cleanup:
    sh("i=\$(docker ps -aq --filter name=$app); [ -z \"\$i\" ] || docker rm -f \$i; docker network rm $app-net; docker volume rm $app-data; docker rmi $image; rm -rf /var/lib/kit/compose/$app; :", true)
  }

  /** With addresses of its own, so that two checkouts do not meet. */
  private String playbook(String app) {
    int net = 16 + (app.hashCode() & 0x7f)
    site.write('compose.groovy', Files.readString(Path.of('../playbooks/compose.groovy')).replace('172.31.79.', "172.31.${net}."))
  }

  private static String sh(String script, boolean may = false) {
    def process = ['sh', '-c', script].execute()
    def out = new StringBuilder()
    def err = new StringBuilder()
    process.waitForProcessOutput(out, err)
    assert may || process.exitValue() == 0: err
    out.toString().trim()
  }
}
