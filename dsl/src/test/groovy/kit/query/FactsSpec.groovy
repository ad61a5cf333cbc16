package kit.query

import kit.fixture.ShellHost
import kit.spi.Host
import kit.spi.Module
import kit.spi.Output
import kit.spi.Plan
import spock.lang.Specification

class FactsSpec extends Specification {
  static RECORDED = '''\
@files
/etc/os-release:PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
/etc/os-release:VERSION_ID="12"
/etc/os-release:VERSION_CODENAME=bookworm
/etc/os-release:ID=debian
/etc/debian_version:12.9
/etc/hosts:127.0.0.1 localhost
/etc/hosts:10.0.0.5 web1.example.org web1 # this
/etc/resolv.conf:search example.org lan
/etc/resolv.conf:nameserver 10.0.0.2
/etc/resolv.conf:nameserver fd00::2
/etc/timezone:Europe/Berlin
/etc/default/locale:LANG="C.UTF-8"
/proc/sys/kernel/hostname:web1
/proc/sys/kernel/ostype:Linux
/proc/sys/kernel/osrelease:6.1.0
/proc/uptime:86400.55 3422.53
/proc/mounts:/dev/sda1 / ext4 rw,relatime 0 0
/proc/mounts:proc /proc proc rw 0 0
/proc/mounts:nas:/x /mnt/two\\040words nfs4 rw 0 0
/proc/net/route:Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
/proc/net/route:eth0	00000000	0100000A	0003	0	0	0	00000000	0	0	0
/proc/net/ipv6_route:00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000400 00000001 00000000 00450003     eth0
/sys/class/net/eth0/address:02:42:ac:11:00:0d
/sys/class/net/lo/address:00:00:00:00:00:00
/sys/class/net/eth0/mtu:1500
/sys/class/net/lo/mtu:65536
/sys/class/net/eth0/operstate:up
/sys/class/dmi/id/sys_vendor:QEMU
/proc/cpuinfo:processor	: 0
/proc/cpuinfo:model name	: AMD EPYC
/proc/cpuinfo:physical id	: 0
/proc/cpuinfo:cpu cores	: 2
/proc/cpuinfo:processor	: 1
/proc/cpuinfo:physical id	: 0
/proc/meminfo:MemTotal:       2097152 kB
/proc/meminfo:MemAvailable:   1048576 kB
/proc/stat:btime 1767236400
@arch
x86_64
@id
uid=1000(anna) gid=100(users) groups=100(users),4(adm)
@date
1767322800 CET +0100
@addresses
1: lo    inet 127.0.0.1/8 scope host lo\\ valid_lft forever preferred_lft forever
2: eth0    inet 10.0.0.5/24 brd 10.0.0.255 scope global eth0\\       valid_lft forever preferred_lft forever
2: eth0    inet6 2001:db8::5/64 scope global \\ valid_lft forever
2: eth0    inet6 fe80::5/64 scope link \\ valid_lft forever
@space
Filesystem 1024-blocks Used Available Capacity Mounted on
/dev/sda1 1000 400 600 40% /
@shell
home=/home/anna
manager=systemd
packages=apt-get
packages=apk
'''

  def "reads #name"() {
    expect:
    name.split(/\./).inject(facts(RECORDED)) { at, part -> part.integer ? at[part as int] : at[part] } == value

    where:
    name                             || value
    'os'                             || [family: 'Debian', name: 'debian', title: 'Debian GNU/Linux 12 (bookworm)', version: '12', major: 12, release: '12.9', codename: 'bookworm', kernel: 'Linux']
    'hostname'                       || 'web1'
    'fqdn'                           || 'web1.example.org'
    'domain'                         || 'example.org'
    'user'                           || [name: 'anna', uid: 1000, group: 'users', gid: 100, groups: ['users', 'adm'], home: '/home/anna']
    'serviceMgr'                     || 'systemd'
    'pkgMgr'                         || 'apt'
    'selinux.enabled'                || false
    'date'                           || [epoch: 1767322800L, zone: 'CET', offset: '+0100']
    'timezone'                       || 'Europe/Berlin'
    'uptime'                         || 86400L
    'bootTime'                       || 1767236400L
    'locale'                         || 'C.UTF-8'
    'cpu'                            || [count: 2, sockets: 1, cores: 2, model: 'AMD EPYC']
    'memory'                         || [total: 2048, free: 0, available: 1024]
    'mounts.0'                       || [path: '/', device: '/dev/sda1', type: 'ext4', options: 'rw,relatime', size: 1024000L, used: 409600L, available: 614400L]
    'mounts.1.path'                  || '/mnt/two words'
    'virtualization'                 || [type: 'kvm', guest: true, container: false]
    'network.default'                || [address: '10.0.0.5', interface: 'eth0', gateway: '10.0.0.1']
    'network.default6'               || [address: '2001:db8::5', interface: 'eth0', gateway: 'fe80::1']
    'network.addresses'              || ['10.0.0.5']
    'network.addresses6'             || ['2001:db8::5']
    'network.interfaces.eth0.ipv4.0' || [address: '10.0.0.5', prefix: 24, scope: 'global']
    'network.nameservers'            || ['10.0.0.2', 'fd00::2']
    'network.search'                 || ['example.org', 'lan']
  }

  def "a machine is #type by #line"() {
    expect:
    facts(line).virtualization.subMap(['type', 'container']) == [type: type, container: container]

    where:
    line                                                  || type         | container
    '@shell\ncontainer=docker'                            || 'docker'     | true
    '@files\n/run/systemd/container:lxc'                  || 'lxc'        | true
    '@files\n/proc/1/cgroup:1:cpu:/kubepods/x'            || 'kubepods'   | true
    '@files\n/sys/class/dmi/id/sys_vendor:VMware, Inc.'   || 'vmware'     | false
    '@files\n/sys/class/dmi/id/sys_vendor:Microsoft Corporation\n/sys/class/dmi/id/product_name:Virtual Machine' || 'hyperv' | false
    '@files\n/sys/class/dmi/id/sys_vendor:Dell Inc.'      || 'none'       | false
    '@shell\nhypervisor=yes'                              || 'unknown'    | false
  }

  def "#id like #like is of the family #family"() {
    expect:
    facts("@files\n/etc/os-release:ID=$id\n/etc/os-release:ID_LIKE=\"$like\"").os.family == family

    where:
    id              | like                  || family
    'ubuntu'        | 'debian'              || 'Debian'
    'raspbian'      | 'debian'              || 'Debian'
    'rocky'         | 'rhel centos fedora'  || 'RedHat'
    'opensuse-leap' | 'suse opensuse'       || 'Suse'
    'alpine'        | ''                    || 'Alpine'
    'haiku'         | ''                    || 'haiku'
  }

  def "a host that tells nothing has all names all the same"() {
    expect:
    names(facts('')) == names(facts(RECORDED)).findAll { !it.contains('[]') && !it.contains('*') } as Set
  }

  def "every fact of this machine is documented, in #shell"() {
    given:
    def documented = new File('../docs/facts.md').readLines().findAll { it.startsWith('| `') }*.split('`')*.getAt(1) as Set
    def host = new ShellHost(shell)
    host.plan(new Ask())

    when:
    def found = host.answers[new Facts()] as Map

    then:
    names(found) - documented == [] as Set
    documented.findAll { !it.contains('[]') && !it.contains('*') } - names(found) == [] as Set
    found.os.kernel == 'Linux'
    found.hostname == 'uname -n'.execute().text.trim().split(/\./)[0]
    found.arch == 'uname -m'.execute().text.trim()
    found.user.name == System.getProperty('user.name')
    found.cpu.count >= 1
    found.memory.total > 100
    found.mounts.find { it.path == '/' }.size > 0

    where:
    shell << [['dash'], ['bash', '--posix'], ['busybox', 'sh']]
  }

  def "knows them by Ansible's names"() {
    given:
    def named = AnsibleFacts.of(facts(RECORDED))
    def documented = (new File('../docs/facts.md').text =~ /`(ansible_\w+)`/).collect { it[1] } as Set

    expect:
    named.subMap('ansible_os_family', 'ansible_distribution', 'ansible_distribution_version', 'ansible_distribution_major_version', 'ansible_memtotal_mb', 'ansible_virtualization_role') ==
      [ansible_os_family: 'Debian', ansible_distribution: 'Debian', ansible_distribution_version: '12.9', ansible_distribution_major_version: '12', ansible_memtotal_mb: 2048, ansible_virtualization_role: 'guest']
    named.ansible_default_ipv4 == [address: '10.0.0.5', interface: 'eth0', gateway: '10.0.0.1', macaddress: '02:42:ac:11:00:0d', mtu: 1500]
    named.ansible_eth0.ipv4.address == '10.0.0.5'
    named.ansible_mounts[0].mount == '/'
    named.ansible_selinux == [status: 'disabled']
    named.keySet() - 'ansible_lo' == documented
    AnsibleFacts.of(facts('')).ansible_default_ipv4 == [:]
  }

  private static Map<String, Object> facts(CharSequence text) {
    new Facts().probe([new Facts()]).reader().apply(Output.of(0, text.toString(), ''))[0]
  }

  /** Dotted names, with [] for items of lists and * for interfaces. */
  private static Set<String> names(Object value, String at = '') {
    if (value instanceof Map && value && at != 'network.interfaces') {
      return value.collectMany { k, v -> names(v, at ? "$at.$k" : k) } as Set
    }
    def nested = value instanceof Map ? value.values().collectMany { names(it, "${at}.*") }
      : value instanceof List && value && value[0] instanceof Map ? value.collectMany { names(it, "${at}[]") } : []
    ([at] + nested)*.toString() as Set
  }

  static class Ask implements Module {
    @Override
    Plan plan(Host host) {
      host.ask(new Facts())
      Plan.unchanged('')
    }
  }
}
