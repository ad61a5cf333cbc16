package kit.modules.docker

import kit.fixture.ShellHost
import kit.modules.Testbed

/**
 * The engine of this machine, which the test hosts run in too. All that a spec makes begins with the
 * test hosts' prefix, so that two checkouts do not meet; {@link #clear} takes it away.
 */
class DockerHere {
  static final String PLUGIN = 'KIT_COMPOSE_PLUGIN does not name the plugin docker-compose of version 2: ./run-tests gets it'

  static ShellHost host() { new ShellHost(['sh']) }

  static String name(String end) { "$Testbed.prefix-$end".toString() }

  /** An image of busybox alone, made here. */
  static String image() {
    clear()
    def image = name('busybox') + ':1'
    sh("""docker image inspect $image >/dev/null 2>&1 && exit
      d=\$(mktemp -d) && mkdir \$d/bin && cp "\$(command -v busybox)" \$d/bin/busybox && ln -s busybox \$d/bin/sh && ln -s busybox \$d/bin/sleep &&
      chmod 755 \$d && tar -C \$d -c . | docker import --change 'ENV BASE=1' --change 'CMD ["sleep","1000"]' --change 'LABEL made=here' - $image; rm -rf \$d""")
    image
  }

  /** A client that has the plugin, which this machine need not have. */
  static String plugin() {
    def dir = new File(System.getProperty('java.io.tmpdir'), name('compose'))
    new File(dir, 'cli-plugins').mkdirs()
    def docker = new File(dir, 'docker')
    docker.text = "#!/bin/sh\nDOCKER_CONFIG=$dir exec docker \"\$@\"\n"
    docker.executable = true
    def plugin = new File(dir, 'cli-plugins/docker-compose')
    if (!plugin.exists()) java.nio.file.Files.createSymbolicLink(plugin.toPath(), java.nio.file.Path.of(System.getenv('KIT_COMPOSE_PLUGIN')))
    docker.path
  }

  static void clear() {
    sh("""i=\$(docker container ls -aq --filter name=${name('kit')}); [ -z "\$i" ] || docker rm -f \$i >/dev/null
      i=\$(docker network ls -q --filter name=${name('kit')}); [ -z "\$i" ] || docker network rm \$i >/dev/null
      i=\$(docker volume ls -q --filter name=${name('kit')}); [ -z "\$i" ] || docker volume rm -f \$i >/dev/null
      docker image ls --format '{{.Repository}}:{{.Tag}}' | grep -e '^${name('kit')}' -e '/${name('kit')}' | xargs -r docker image rm -f >/dev/null 2>&1; :""")
  }

  static String sh(String script) {
    def output = host().sh(script)
    assert output.rc() == 0: output.errors()
    output.text().trim()
  }
}
