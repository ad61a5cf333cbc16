package kit.modules.files

import kit.query.Checksum
import kit.query.Content
import kit.query.FileContent
import kit.query.PathStat
import kit.query.PathStat.Type
import kit.query.Stat as StatQuery
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Source
import spock.lang.Specification

class CopySpec extends Specification implements Calls {

  static final APP = PathStat.created(Type.FILE, 0640, 'root', 6, 5).withOwner('app', 1000).withGroup('app', 1000)

  def "finds nothing to do with #arguments where #paths"() {
    given:
    def host = host(paths)

    expect:
    module(Copy, dest: '/etc/motd', *: arguments).plan(host) instanceof Plan.Unchanged

    and: 'cheap questions, asked together'
    host.asked.every { !(it instanceof Content) }
    host.asked.size() == 3

    where:
    arguments                                       | paths
    [content: 'hello\n']                            | ['/etc/motd': 'hello\n']
    [content: 'hello\n', mode: '0644']              | ['/etc/motd': 'hello\n']
    [content: 'hello\n', mode: 'u=rw,go=r']         | ['/etc/motd': 'hello\n']
    [content: 'hello\n', owner: 'root', group: '0'] | ['/etc/motd': 'hello\n']
    [content: '']                                   | ['/etc/motd': '']
    [content: 'other', force: false, mode: '0600']  | ['/etc/motd': 'hello\n']
    [content: 'f\u00fcr']                           | ['/etc/motd': 'f\u00c3\u00bcr']
  }

  def "writes with #arguments what is asked for and no more"() {
    when:
    def plan = module(Copy, dest: '/etc/motd', content: 'hello\n', *: arguments).plan(host(paths))
    def write = written(plan)

    then:
    plan.summary() == summary
    new String(write.content()) == 'hello\n'
    write.mode().map { Attributes.octal(it) }.orElse(null) == mode
    write.owner().orElse(null) == owner
    plan.diffs()[0].before() == (paths['/etc/motd'] ?: '')
    plan.diffs()[0].after() == 'hello\n'
    plan.diffs().size() == diffs

    where:
    arguments                       | paths                  || mode   | owner | diffs | summary
    [:]                             | [:]                    || null   | null  | 1     | 'create /etc/motd'
    [mode: '0600', owner: 'app']    | [:]                    || '0600' | 'app' | 1     | 'create /etc/motd'
    [mode: 'o=']                    | [:]                    || '0640' | null  | 1     | 'create /etc/motd'
    [:]                             | ['/etc/motd': 'old\n'] || null   | null  | 1     | 'write /etc/motd'
    [mode: 'g+w']                   | ['/etc/motd': 'old\n'] || '0664' | null  | 2     | 'write /etc/motd, mode 0644 -> 0664'
    [backup: true, force: true]     | ['/etc/motd': 'old\n'] || null   | null  | 1     | 'write /etc/motd'
  }

  def "only sets #script where the content is right"() {
    when:
    def host = host()
    host.answers[new StatQuery('/etc/motd', true)] = APP
    host.answers[Checksum.sha256('/etc/motd')] = Optional.of(Source.sha256('hello\n'.bytes))
    def plan = module(Copy, dest: '/etc/motd', content: 'hello\n', *: arguments).plan(host)

    then:
    scripts(plan) == script
    plan.summary() == summary
    plan.diffs()*.before() == [before]
    plan.diffs()*.after() == [after]

    where:
    arguments                                       || script
    [mode: '0600']                                  || 'chmod 00600 /etc/motd'
    [owner: 'root']                                 || 'chown -- root /etc/motd'
    [group: 'adm']                                  || 'chgrp -- adm /etc/motd'
    [owner: '0', group: 'adm', mode: '4755']        || 'chown -- 0:adm /etc/motd && chmod 04755 /etc/motd'
    [owner: '1000', group: 'adm', mode: '0640']     || 'chgrp -- adm /etc/motd && chmod 00640 /etc/motd'
    __
    before                                          || after
    'mode 0640\n'                                   || 'mode 0600\n'
    'owner app\n'                                   || 'owner root\n'
    'group app\n'                                   || 'group adm\n'
    'mode 0640\nowner app\ngroup app\n'             || 'mode 4755\nowner 0\ngroup adm\n'
    'group app\n'                                   || 'group adm\n'
    __
    summary                                         || unused
    'set mode 0640 -> 0600 of /etc/motd'            || 0
    'set owner app -> root of /etc/motd'            || 0
    'set group app -> adm of /etc/motd'             || 0
    'set mode 0640 -> 4755, owner app -> 0, group app -> adm of /etc/motd' || 0
    'set group app -> adm of /etc/motd'             || 0
  }

  def "puts a file of the controller at #path"() {
    given:
    def host = host('/etc/ssh': Type.DIRECTORY, '/root': Type.DIRECTORY)
    host.controller = ['dir/sshd_config': 'x\u0000'.bytes]

    expect:
    def plan = module(Copy, src: 'dir/sshd_config', dest: dest, mode: 'preserve').plan(host)
    written(plan).path() == path
    written(plan).mode().get() == 0751
    scripts(plan) == made
    plan.diffs()[0].after().contains('2 bytes, not shown, sha256 ')

    where:
    dest          || path                    | made
    '/etc/ssh'    || '/etc/ssh/sshd_config'  | ''
    '/etc/ssh/'   || '/etc/ssh/sshd_config'  | ''
    '/etc/ssh/c'  || '/etc/ssh/c'            | ''
    '/etc/a/b/'   || '/etc/a/b/sshd_config'  | 'umask 022\nmkdir -p -- /etc/a/b || exit'
    '~/c'         || '/root/c'               | ''
    '~root/c'     || '/root/c'               | ''
  }

  def "cannot write to #dest: #text"() {
    expect:
    message(module(Copy, dest: dest, content: 'x').plan(host(paths))).contains(text)

    where:
    dest       | paths                               || text
    '/etc'     | [:]                                 || '/etc is a directory, not a file'
    '/dev/tty' | ['/dev/tty': Type.CHAR]             || '/dev/tty is a character device, not a file'
    '/etc/f'   | ['/etc/f': Type.FIFO]               || '/etc/f is a FIFO, not a file'
    '/a/b'     | [:]                                 || 'there is no directory /a for /a/b'
    '/etc/f/x' | ['/etc/f': 'x']                     || '/etc/f is a file, so /etc/f/x cannot be'
    '/etc/s'   | ['/etc/s': APP]                     || '/etc/s cannot be read by root'
  }

  def "names the step that makes a missing directory"() {
    expect:
    module(Copy, dest: '/a/b', content: 'x').plan(host()).hint() == "make it first: file path: '/a', state: 'directory'"
  }

  def "refuses #arguments"() {
    when:
    module(Copy, *: arguments).plan(host())

    then:
    PlanException e = thrown()
    e.message.contains(text)

    where:
    arguments                                                || text
    [dest: '/etc/x']                                         || 'neither src nor content'
    [dest: '/etc/x', src: 'a', content: 'b']                 || 'both src and content'
    [dest: '/etc/x', src: 'a/']                              || "no file 'a'"
    [dest: '/etc/', content: 'b']                            || "dest '/etc/' is a directory"
    [dest: 'etc/x', content: 'b']                            || "dest 'etc/x' is not absolute"
    [dest: '~nobody9/x', content: 'b']                       || 'home directory of nobody9'
    [dest: '/etc/\u0000', content: 'b']                      || 'NUL'
    [dest: '/etc/x', content: 'b', owner: 'a:b']             || "owner 'a:b' is no user name"
    [dest: '/etc/x', content: 'b', validate: 'true']         || 'has no %s'
    [dest: '/etc/x', src: '/a', remoteSrc: true, validate: 'true'] || 'has no %s'
  }

  def "keeps a secret content to itself"() {
    given:
    def host = host(paths)
    host.controller = [key: 'hidden'.bytes]
    host.vaulted = ['key']

    when:
    def plan = module(Copy, src: 'key', dest: '/etc/key').plan(host)

    then:
    written(plan).secret()
    written(plan).mode().orElse(null) == mode
    plan.diffs().every { it.secret() && !it.after() && !it.before() }
    host.asked.every { !(it instanceof Content) }

    where:
    paths                | mode
    [:]                  | 0600
    ['/etc/key': 'old']  | null
  }

  def "of what is too big to be read it predicts that, as a host would answer"() {
    when:
    def plan = module(Copy, dest: '/big', content: 'x' * (Content.LIMIT + extra)).plan(host([:]))

    then:
    plan.predicts()[new Content('/big')].state() == state
    plan.predicts()[Checksum.sha256('/big')].get() == Source.sha256(('x' * (Content.LIMIT + extra)).bytes)

    where:
    extra || state
    0     || FileContent.State.HELD
    1     || FileContent.State.TOO_BIG
  }

  def "predicts what will hold"() {
    given:
    def host = host('/etc/motd': 'old')

    when:
    def plan = module(Copy, dest: '/etc/motd', content: 'hello\n', mode: '0600').plan(host)

    then:
    with(plan.predicts()) {
      it[new StatQuery('/etc/motd', true)].mode() == 0600
      it[new StatQuery('/etc/motd', false)].size() == 6
      it[Checksum.sha256('/etc/motd')].get() == Source.sha256('hello\n'.bytes)
      it[new Content('/etc/motd')] == FileContent.of('hello\n'.bytes)
    }

    when:
    host.answers.putAll(plan.predicts())

    then:
    module(Copy, dest: '/etc/motd', content: 'hello\n', mode: '0600').plan(host) instanceof Plan.Unchanged
  }

  def "shows #shown in one line"() {
    when:
    def plan = module(Copy, dest: '/etc/big', content: content).plan(host('/etc/big': old))

    then:
    plan.diffs()[0].before().readLines().size() == 1
    plan.diffs()[0].before().startsWith("${old.length()} bytes, not shown, sha256 ")
    plan.diffs()[0].after().startsWith("${content.length()} bytes, not shown, sha256 ")

    where:
    shown           | old                | content
    'a big file'    | 'x' * 200_000      | 'small'
    'a big content' | 'small'            | 'x\n' * 100_000
    'a binary file' | 'a\u0000\u00ff'    | 'text'
    'a NUL'         | 'text'             | 'a\u0000'
  }
}
