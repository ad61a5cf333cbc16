package kit.modules.files

import kit.query.PathStat
import kit.query.PathStat.Type
import spock.lang.Specification

class StatSpec extends Specification implements Calls {

  def "tells what is at a path as Ansible does"() {
    given:
    def there = new PathStat(Type.FILE, 04754, 1, 2, 'daemon', 'bin', 3, 4, 5, 6, 7, 8, 9, '', '')
    def host = host('/etc/x': there)
    host.answers[new kit.query.Checksum('/etc/x', kit.query.Checksum.Algorithm.SHA1)] = Optional.of('abc')

    expect:
    module(Stat, path: '/etc/x').plan(host).values().stat == [
      exists: true, path: '/etc/x', mode: '4754', isreg: true, isdir: false, islnk: false, isblk: false, ischr: false,
      isfifo: false, issock: false, isuid: true, isgid: false, uid: 1, gid: 2, pw_name: 'daemon', gr_name: 'bin', size: 3,
      mtime: 4, atime: 5, ctime: 6, inode: 7, dev: 8, nlink: 9, rusr: true, wusr: true, xusr: true, rgrp: true, wgrp: false,
      xgrp: true, roth: true, woth: false, xoth: false, checksum: 'abc'
    ]
  }

  def "tells of #what"() {
    expect:
    def stat = module(Stat, path: '/etc/x', *: arguments).plan(host(paths)).values().stat
    stat.subMap(expected.keySet()) == expected
    stat.containsKey('checksum') == summed

    where:
    what          | arguments                     | paths                                                                    || expected | summed
    'nothing'     | [:]                           | [:]                                                                      || [exists: false] | false
    'a directory' | [:]                           | ['/etc/x': Type.DIRECTORY]                                               || [exists: true, isdir: true] | false
    'a file'      | [checksumAlgorithm: 'md5']    | ['/etc/x': 'a']                                                          || [checksum: '0cc175b9c0f1b6a831c399e269772661'] | true
    'no checksum' | [getChecksum: false]          | ['/etc/x': 'a']                                                          || [isreg: true] | false
    'a link'      | [:]                           | ['/etc/x': PathStat.created(Type.LINK, 0777, 'root', 1, 1).withTarget('y', '/etc/y')] || [islnk: true, lnk_target: 'y', lnk_source: '/etc/y'] | false
  }
}
