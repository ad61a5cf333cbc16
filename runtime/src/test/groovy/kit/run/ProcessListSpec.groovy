package kit.run

/** No secret is ever in an argument list or environment that another user of a host can read. */
class ProcessListSpec extends HostSpec {

  static final PLAY = '''\
    play('P') {
      hosts 'all'
      task('Files') {
        copy dest: '/root/seen', content: canary * 30
        copy dest: '/root/seen-big', content: (canary + '\\n') * 4000
        template src: 'all.j2', dest: '/root/seen-template'
        lineinfile path: '/root/seen', line: whole
      }
      task('Commands') {
        shell "printf '%s' '${whole}' | (sleep 1; cat) >/dev/null"
        shell 'sleep 1; cat', stdin: canary
        shell 'sleep 1; test -n "$SECRET"', env: [SECRET: whole]
        shell "sleep 1; cat <<'E'\\n$whole\\nE"
        command 'cat', stdin: canary
        script 'some.sh'
        user name: 'seen', password: whole.md5()
      }
      task('Refused', ignoreErrors: true) {
        command "sleep '$whole'"
        command argv: ['sleep', canary]
        shell "sleep 1; sleep $whole"
        shell "x=\\$(sleep $whole)"
        raw "/bin/echo $whole"
        script "some.sh $whole"
      }
    }
    '''.stripIndent()

  def "a watcher that reads /proc all the time as another user sees none"() {
    given:
    site.hosts(hosts.line('d1', ansible_become: true), hosts.line([:], 'm1', 'root'))
    site.write('files/some.sh', "sleep 1; cat /dev/null # $Leaks.WHOLE\n")
    def opening = Leaks.lay(site)
    def watchers = [d1: watch('d1', 'su nobody -s /bin/sh -c'), m1: watch('m1', 'sh -c')]

    when:
    def ran = site.start(PLAY, *opening, '-v', '-o', 'json').await()

    then:
    def wrong = ran.events.findAll { it.status == 'failed' || it.event == 'failed' }*.message
    wrong == []
    ran.code == 0
    ran.calls.count { it.message.contains('would get a secret as an argument') } == 12
    ran.calls.findAll { it.message.contains('would get') }.every { it.hint.contains('stdin:') && it.message.contains('.yml:') }

    when:
    ['d1', 'm1'].each { hosts.on(it, 'touch /tmp/seen-stop') }
    def seen = watchers.collectEntries { host, process -> [host, process.inputStream.text] }

    then:
    seen.every { host, text -> text.contains('sleep 1') && Leaks.hits(text) == [] }

    cleanup:
    hosts.on('d1', 'userdel seen; rm -rf /root/seen* /tmp/seen-stop')
    hosts.on('m1', 'deluser seen; rm -rf /root/seen* /tmp/seen-stop; :')
  }

  def "who wants a secret to be seen can say so"() {
    given:
    site.hosts(hosts.line('d1'))
    def opening = Leaks.lay(site)

    expect:
    site.run("play('P') { hosts 'all'\n task('T') { $call } }", *opening).code == 0

    where:
    call << ['command "true $whole", exposeSecrets: true', 'shell "/bin/true $whole", exposeSecrets: true', 'raw "/bin/true $whole", exposeSecrets: true']
  }

  /** What another user reads, each line once; environments that he may not read are none. */
  private Process watch(String host, String as) {
    def process = new ProcessBuilder('docker', 'exec', '-i', hosts.container(host), 'sh', '-s').redirectErrorStream(true).start()
    process.outputStream.withWriter {
      it << '''
        cat >/tmp/seen-watch <<'E'
        n=0
        while [ ! -e /tmp/seen-stop ] && [ $n -lt 2000 ]; do
          for f in /proc/[0-9]*/cmdline /proc/[0-9]*/environ; do { tr '\\000' ' ' <$f; echo; } 2>/dev/null; done
          n=$((n + 1)); sleep 0.02
        done | sort -u
        E
        chmod 755 /tmp/seen-watch
        '''.stripIndent() + "$as 'sh /tmp/seen-watch'\nrm -f /tmp/seen-watch\n"
    }
    process
  }
}
