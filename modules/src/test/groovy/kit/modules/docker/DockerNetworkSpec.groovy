package kit.modules.docker

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class DockerNetworkSpec extends Specification {

  def "#type.simpleName #arguments is an error: #message"() {
    when:
    make(type, arguments).plan(new Suspicious())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    type          | arguments                                                   || message
    DockerNetwork | [name: 'a/b']                                               || "'a/b' cannot be the name of a network"
    DockerNetwork | [name: 'a', ipamConfig: [[subnett: 'x']]]                   || "ipamConfig has no 'subnett'"
    DockerNetwork | [name: 'a', ipamConfig: [[subnet: '10.0.0.0']]]             || "'10.0.0.0' is no subnet"
    DockerNetwork | [name: 'a', ipamConfig: [[subnet: '10.0.0.0/8 -x']]]        || "'10.0.0.0/8 -x' is no subnet"
    DockerNetwork | [name: 'a', connected: ['-x']]                              || "'-x' cannot be the name of a network"
    DockerNetwork | [name: 'a', labels: [a: 'canary']]                          || "'docker network create' would get a secret as an argument, which every user of the host can read"
    DockerVolume  | [name: '$(id)']                                             || "'\$(id)' cannot be the name of a volume"
    DockerVolume  | [name: '']                                                  || "'' cannot be the name of a volume"
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "networks come, change with their containers' addresses, and go"() {
    given:
    def host = DockerHere.host()
    def image = DockerHere.image()
    def name = DockerHere.name('kit-net')
    def (a, b) = ['kit-a', 'kit-b'].collect { DockerHere.name(it) }
    DockerHere.sh("docker run -d --name $a $image >/dev/null; docker create --name $b $image >/dev/null")
    def network = { Map more -> make(DockerNetwork, [name: name] + more) }
    def ip = { container -> DockerHere.sh("docker inspect -f '{{with index .NetworkSettings.Networks \"$name\"}}{{.IPAMConfig.IPv4Address}}{{end}}' $container") }
    def subnet = [[subnet: '172.31.78.0/24', gateway: '172.31.78.1', ipRange: '172.31.78.128/25', auxAddresses: [router: '172.31.78.3']]]

    expect:
    def plan = host.plan(network(ipamConfig: subnet, labels: [l: "it's"])) as Change
    plan.diffs()[0].after() == "network: $name\ndriver: bridge\nsubnet: 172.31.78.0/24 gateway 172.31.78.1 range 172.31.78.128/25 aux {router=172.31.78.3}\nlabel: l=it's\n"
    DockerHere.sh("docker network ls -q --filter name=$name") == ''
    converges(host, network(ipamConfig: subnet, labels: [l: "it's"]))
    host.setAsked(0) == null
    host.plan(network(ipamConfig: [[subnet: '172.31.78.0/24']])) instanceof Plan.Unchanged
    host.asked == 1

    and: 'containers, running or not'
    converges(host, network(connected: [[name: a, ipv4Address: '172.31.78.10', aliases: ['www']], b]))
    ip(a) == '172.31.78.10'
    converges(host, network(connected: [[name: a, ipv4Address: '172.31.78.11']], appends: true))

    and: 'made anew, with those that are in it and all that is not given'
    def change = converges(host, network(internal: true, labels: [more: 'x'])).v1
    change.diffs()[0].before() == 'internal: false\n'
    ip(a) == '172.31.78.11'
    host.plan(network(internal: true, ipamConfig: subnet, labels: [l: "it's"])) instanceof Plan.Unchanged
    converges(host, network(connected: [b]))
    DockerHere.sh("docker network inspect -f '{{len .Containers}}' $name") == '0'
    host.plan(network(connected: ['nobody'])).message() == 'there is no container nobody'

    and: 'gone'
    DockerHere.sh("docker network connect $name $a") == ''
    (host.plan(network(state: 'absent')) as Plan.Refused).message() == "containers are in network $name: $a"
    converges(host, network(state: 'absent', force: true))

    cleanup:
    DockerHere.clear()
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "volumes come and go, and lose their data only if told"() {
    given:
    def host = DockerHere.host()
    def name = DockerHere.name('kit-volume')
    def volume = { Map more -> make(DockerVolume, [name: name] + more) }

    expect:
    host.plan(volume(labels: [a: 'b c'])) instanceof Change
    DockerHere.sh("docker volume ls -q --filter name=$name") == ''
    converges(host, volume(labels: [a: 'b c']))
    host.setAsked(0) == null
    host.plan(volume([:])) instanceof Plan.Unchanged
    host.asked == 1
    DockerHere.sh("docker volume create --label a=b --label more=x ${name}-more") && host.plan(make(DockerVolume, name: "${name}-more", labels: [a: 'b'])) instanceof Plan.Unchanged
    (host.plan(volume(driverOptions: [type: 'tmpfs', device: 'tmpfs'])) as Plan.Refused).message() == "volume $name is another one: none -> option: type=tmpfs, option: device=tmpfs"
    converges(host, volume(driverOptions: [type: 'tmpfs', device: 'tmpfs'], recreate: 'options_changed'))
    host.plan(volume(recreate: 'always')) instanceof Change
    converges(host, volume(state: 'absent'))

    cleanup:
    DockerHere.clear()
  }
}
