package kit.modules.files

import kit.query.PathStat
import kit.query.PathStat.Type
import kit.query.Stat as StatQuery
import kit.query.Tree
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Specification

class FileSpec extends Specification implements Calls {

  static final LINK = PathStat.created(Type.LINK, 0777, 'root', 1, 5).withTarget('f', '/etc/f')
  static final OTHER = PathStat.created(Type.FILE, 0644, 'root', 1, 5)

  def "finds nothing to do with #arguments"() {
    expect:
    module(File, path: '/etc/x', *: arguments).plan(host(['/etc/f': 'x', *: paths])) instanceof Plan.Unchanged

    where:
    arguments                                        | paths
    [state: 'absent']                                | [:]
    [state: 'file']                                  | ['/etc/x': 'a']
    [state: 'file', mode: '0644', owner: 'root']     | ['/etc/x': 'a']
    [mode: '0755']                                   | ['/etc/x': Type.DIRECTORY]
    [state: 'directory']                             | ['/etc/x': Type.DIRECTORY]
    [state: 'directory', mode: 'u=rwX,go=rX']        | ['/etc/x': Type.DIRECTORY]
    [state: 'link', src: 'f']                        | ['/etc/x': LINK]
    [state: 'link']                                  | ['/etc/x': LINK]
    [state: 'link', src: 'f', follow: false, owner: 'root'] | ['/etc/x': LINK]
    [state: 'hard', src: '/etc/x']                   | ['/etc/x': 'a']
    [state: 'touch', accessTime: 'preserve', modificationTime: 'preserve'] | ['/etc/x': 'a']
    [state: 'touch', accessTime: '197001010000.05', modificationTime: 'preserve'] | ['/etc/x': 'a']
    [state: 'file', modificationTime: '197001010000.05'] | ['/etc/x': 'a']
  }

  def "#summary with #arguments"() {
    when:
    def plan = module(File, path: '/etc/x', *: arguments).plan(host(['/etc/f': 'x', *: paths]))

    then:
    plan.summary() == summary
    scripts(plan) == script

    where:
    arguments                                       | paths                      || summary | script
    [state: 'absent']                               | ['/etc/x': 'a']            || 'remove file /etc/x' | 'rm -f -- /etc/x'
    [state: 'absent']                               | ['/etc/x': LINK]           || 'remove link /etc/x' | 'rm -f -- /etc/x'
    [state: 'absent']                               | ['/etc/x': Type.DIRECTORY, '/etc/x/y': 'a'] || 'remove directory /etc/x with 1 in it' | 'rm -rf -- /etc/x'
    [mode: '0600']                                  | ['/etc/x': 'a']            || 'set mode 0644 -> 0600 of /etc/x' | 'chmod 00600 /etc/x'
    [state: 'file', group: 'adm']                   | ['/etc/x': 'a']            || 'set group root -> adm of /etc/x' | 'chgrp -- adm /etc/x'
    [follow: false, owner: 'app', mode: '0600']     | ['/etc/x': LINK]           || 'set owner root -> app of /etc/x' | 'chown -h -- app /etc/x'
    [state: 'directory']                            | [:]                        || 'create directory /etc/x' | 'umask 022\nmkdir -p -- /etc/x || exit'
    [state: 'directory', mode: '0700', owner: 'app'] | [:]                       || 'create directory /etc/x' | 'umask 077\nmkdir -p -- /etc/x || exit\nchown -- app /etc/x && chmod 00700 /etc/x'
    [state: 'link', src: 'f']                       | [:]                        || 'link /etc/x -> f' | 'ln -s -- f /etc/x'
    [state: 'link', src: '/etc/f', force: true]     | ['/etc/x': Type.DIRECTORY] || 'link /etc/x -> /etc/f' | 'rmdir -- /etc/x && ln -s -- /etc/f /etc/x'
    [state: 'link', src: '/none', force: true]      | [:]                        || 'link /etc/x -> /none' | 'ln -s -- /none /etc/x'
    [state: 'hard', src: '/etc/f']                  | [:]                        || 'name /etc/f also /etc/x' | 'ln -- /etc/f /etc/x'
    [state: 'touch']                                | [:]                        || 'create /etc/x' | 'umask 022\ntouch -- /etc/x || exit'
    [state: 'touch', mode: '0600']                  | [:]                        || 'create /etc/x' | 'umask 022\ntouch -- /etc/x || exit\n{ chmod 00600 /etc/x; } || exit'
    [state: 'touch']                                | ['/etc/x': 'a']            || 'set times of /etc/x' | 'touch -c -a -- /etc/x || exit\ntouch -c -m -- /etc/x || exit'
    [modificationTime: '202401010000.00']           | ['/etc/x': 'a']            || 'set times of /etc/x' | 'touch -c -m -t 202401010000.00 -- /etc/x || exit'
  }

  def "gives every new directory on the way the same attributes"() {
    when:
    def plan = module(File, path: '/etc/a/b', state: 'directory', mode: '2750').plan(host())

    then:
    scripts(plan).endsWith('mkdir -p -- /etc/a/b || exit\nchmod 02750 /etc/a /etc/a/b')
    plan.predicts()[new StatQuery('/etc/a', true)].mode() == 02750
    plan.predicts()[new StatQuery('/etc/a/b', false)].type() == Type.DIRECTORY
    plan.diffs()*.title() == ['/etc/a', '/etc/a/b']
  }

  def "changes in a tree what differs"() {
    given:
    def host = host('/etc/x': Type.DIRECTORY)
    host.answers[new Tree('/etc/x')] = [
      alike(3, Type.DIRECTORY, 0755), alike(2, Type.FILE, 0644), alike(1, Type.FILE, 0755), alike(7, Type.FILE, 0640),
      alike(1, Type.LINK, 0777)
    ]

    when:
    def plan = module(File, path: '/etc/x', state: 'directory', recurse: true, mode: 'u=rwX,g=rX,o=').plan(host)

    then:
    plan.summary() == 'set attributes of 6 entries in /etc/x'
    plan.diffs()[0].before() == '''\
      3 x directory: mode 0755, owner root, group root
      2 x file: mode 0644, owner root, group root
      1 x file: mode 0755, owner root, group root
      '''.stripIndent()
    plan.diffs()[0].after().readLines()*.find(/mode \d+/) == ['mode 0750', 'mode 0640', 'mode 0750']
    scripts(plan).readLines()[0] ==
      'find /etc/x -depth -type d -perm 0755 -user 0 -group 0 -exec chmod 00750 {} + || exit'
  }

  def "cannot do #arguments: #text"() {
    expect:
    message(module(File, path: '/etc/x', *: arguments).plan(host(['/etc/f': 'x', *: paths]))).contains(text)

    where:
    arguments                                | paths                                      || text
    [:]                                      | [:]                                        || '/etc/x does not exist'
    [state: 'file']                          | [:]                                        || '/etc/x does not exist'
    [state: 'file']                          | ['/etc/x': Type.DIRECTORY]                 || '/etc/x is a directory, not a file'
    [state: 'file']                          | ['/etc/x': PathStat.ABSENT.withTarget('q', '/q')] || 'a link to q, which does not exist'
    [state: 'directory']                     | ['/etc/x': 'a']                            || '/etc/x is a file, not a directory'
    [state: 'link', src: 'none']             | [:]                                        || "the link's src /etc/none does not exist"
    [state: 'link', src: 'f']                | ['/etc/x': 'a']                            || '/etc/x is a file, not a link'
    [state: 'link', src: 'f', force: true]   | ['/etc/x': Type.DIRECTORY, '/etc/x/y': 'a'] || 'is not empty'
    [state: 'hard', src: '/none']            | [:]                                        || 'src /none does not exist'
    [state: 'hard', src: '/etc']             | [:]                                        || 'src /etc is a directory'
  }

  def "needs a directory for #arguments"() {
    expect:
    message(module(File, path: path, *: arguments).plan(host('/etc/f': 'x'))).contains(text)

    where:
    path         | arguments                                || text
    '/etc/q/x'   | [state: 'touch']                         || 'there is no directory /etc/q for /etc/q/x'
    '/etc/q/x'   | [state: 'link', src: '/etc/f']           || 'there is no directory /etc/q for /etc/q/x'
    '/etc/q/x'   | [state: 'hard', src: '/etc/f']           || 'there is no directory /etc/q for /etc/q/x'
    '/etc/f/x'   | [state: 'directory']                     || '/etc/f is a file, not a directory'
  }

  def "refuses #arguments"() {
    when:
    module(File, path: '/etc/x', *: arguments).plan(host())

    then:
    PlanException e = thrown()
    e.message.contains(text)

    where:
    arguments                                            || text
    [state: 'file', src: 'a']                            || 'src is only for links'
    [src: 'a']                                           || 'src is only for links'
    [state: 'file', recurse: true]                       || 'recurse is only for directories'
    [state: 'link']                                      || 'there is no link'
    [state: 'hard']                                      || 'a hard link needs src'
    [mode: 'preserve']                                   || 'for files that are copied'
    [state: 'touch', accessTime: 'yesterday']            || "accessTime 'yesterday' is no time"
    [state: 'link', src: 'a', accessTime: 'now']         || 'times are only for'
  }

  def "does not remove the root"() {
    when:
    module(File, path: path, state: 'absent').plan(host())

    then:
    thrown(PlanException)

    where:
    path << ['/', '//', '///']
  }

  private static Tree.Alike alike(int count, Type type, int mode) {
    new Tree.Alike(count, PathStat.created(type, mode, 'root', 0, 0))
  }
}
