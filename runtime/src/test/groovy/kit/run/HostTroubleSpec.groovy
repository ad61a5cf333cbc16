package kit.run

/** Things that go wrong, or look as if they did, while a task runs on a host. */
class HostTroubleSpec extends HostSpec {

  def "a template that fails on one host stops that host only"() {
    given:
    site.write('templates/t.j2', 'port {{ port }}\n')
    ['d1', 'd3'].each { site.write("host_vars/${it}.yml", 'port: 80\n') }
    clean(['d1', 'd2', 'd3'])

    when:
    def ran = site.run('''\
      play('P') {
        hosts 'debian'
        become()
        task('Before') { file path: '/srv/trouble', state: 'directory' }
        task('Config') { template src: 't.j2', dest: '/srv/trouble/t' }
        task('After') { copy dest: '/srv/trouble/after', content: 'x' }
      }
      '''.stripIndent())

    then:
    ran.code == 2
    ran.out =~ /(?m)^  failed   Config +1 \(d2\) .*site.groovy:5:20$/
    ran.out.contains("templates/t.j2:1: 'port' has no value")
    ran.out.count('has no value') == 1
    ran.out =~ /(?m)^  changed  After +2 \(d1, d3\)$/
    ['d1', 'd2', 'd3'].collect { hosts.on(it, 'ls /srv/trouble') } == ['after\nt', '', 'after\nt']

    cleanup:
    clean(['d1', 'd2', 'd3'])
  }

  def "a disk that is full leaves a file of #size bytes as it was, and nothing beside it"() {
    given:
    hosts.on('d2', '''
      mkdir -p /mnt/full && mount -t tmpfs -o size=64k none /mnt/full
      echo old >/mnt/full/f && chmod 640 /mnt/full/f && chown deploy /mnt/full/f
      dd if=/dev/zero of=/mnt/full/fill bs=1k count=56
      ''')

    when:
    def ran = site.run("""\
      play('P') {
        hosts 'd2'
        become()
        task('Write') { copy dest: '/mnt/full/f', content: 'x' * $size, backup: $backup }
      }
      """.stripIndent())

    then:
    ran.code == 2
    ran.out =~ /(?m)^  failed   Write .*site.groovy:4:19$/
    ran.out.contains('/mnt/full/f: exit status 1')
    ran.out.contains('No space left on device')
    hosts.on('d2', 'cat /mnt/full/f; stat -c "%a %U" /mnt/full/f; ls -A /mnt/full').readLines() ==
      ['old', '640 deploy', 'f', 'fill']

    cleanup:
    hosts.on('d2', 'umount /mnt/full')

    where:
    size    | backup
    20_000  | false
    200_000 | false
    20_000  | true
  }

  def "a command that reads its input finds none, and returns at once"() {
    when:
    def ran = site.run('''\
      play('P') {
        hosts 'd1,m1'
        task('Read') { println shell('cat; read x; echo "<$x>"').stdout }
      }
      '''.stripIndent())

    then:
    ran.code == 0
    ran.out.contains('<>')
    ran.seconds < 20
  }

  def "binary output cannot draw on the screen, and is kept as it is for the playbook"() {
    when:
    def ran = site.run('''\
      play('P') {
        hosts 'd1,m1'
        task('Noise') {
          def r = shell 'printf "a\\\\000b\\\\377\\\\033[31mred\\\\r\\\\ngood: fine\\\\n"; printf "e\\\\033[2J" >&2; exit 3'
        }
      }
      '''.stripIndent(), '-vvv', *more)

    then:
    ran.code == 2
    ran.text.every { it == '\n' as char || it >= ' ' as char }
    ran.text.contains('red')

    where:
    more << [[], ['-o', 'json']]
  }

  def "100 MB of output need no memory, and the reader is told"() {
    when:
    def ran = site.start([jvm: ['-Xmx256m']], '''\
      play('P') {
        hosts 'd1'
        task('Flood') {
          def r = shell 'head -c 100000000 /dev/zero | tr "\\\\000" x; echo; echo the end'
          println r.stdout.length()
          println r.stdout.contains('bytes not kept')
          println r.stdoutLines.last()
          if (r.rc) fail 'it failed'
        }
      }
      '''.stripIndent()).await(120)

    then:
    ran.code == 0
    def said = ran.out.readLines()*.trim()
    said.containsAll(['the end', 'true'])
    said.find { it ==~ /\d{7}/ }.toInteger() < 8_000_000
    !ran.text.contains('OutOfMemory')
  }

  def "a command that hangs is killed on the host when its time is over, with its children"() {
    when:
    def ran = site.run('''\
      play('P') {
        hosts 'd1,m1'
        task('Hang') { shell 'sleep 7771 & sleep 7772', timeout: 2.s, notify: 'h' }
        task('After') { command 'true' }
        handler('h') { command 'true' }
      }
      '''.stripIndent())

    then:
    ran.code == 2
    ran.out =~ /(?m)^  failed   Hang .*site.groovy:3:18$/
    ran.out.contains('took too long and was killed')
    !ran.out.contains('After')
    ran.seconds >= 2
    ran.seconds < 30
    ['d1', 'm1'].every { hosts.on(it, 'ps -ef 2>/dev/null || ps').count('sleep 777') == 0 }
  }

  private void clean(List<String> names) {
    names.each { hosts.on(it, 'rm -rf /srv/trouble') }
  }
}
