package kit.modules.docker

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.modules.Testbed
import kit.spi.Plan
import spock.lang.Requires
import spock.lang.Specification

/** What the engine tells otherwise than it was said, and what it changes while a container runs. */
@Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
class DockerSharedSpec extends Specification {

  def host = DockerHere.host()
  def image = DockerHere.image()
  def name = DockerHere.name('kit-shared')
  def run = { Map given -> make(DockerContainer, [name: name, image: image, state: 'present'] + given) }
  def told = { String format -> DockerHere.sh("docker inspect -f '$format' $name") }

  def cleanup() {
    DockerHere.clear()
  }

  def "a container that shares with another is made once, and anew with all of that"() {
    given:
    DockerHere.sh("docker run -d --init --ipc shareable --name ${name}-other $image")
    def mode = "container:${name}-other".toString()
    def shared = [networkMode: mode, pidMode: mode, ipcMode: mode]

    expect:
    converges(host, run(shared))
    converges(host, run(env: [A: 'b']))
    host.plan(run(shared)) instanceof Plan.Unchanged
    told('{{.HostConfig.NetworkMode}}').startsWith('container:')

    and: 'so is one that is called as the host is'
    converges(host, make(DockerContainer, name: "${name}-uts", image: image, state: 'present', uts: 'host'))
    converges(host, make(DockerContainer, name: "${name}-uts", state: 'present', env: [A: 'b']))
  }

  def "limits change while it runs, and are taken off by making it anew"() {
    given:
    converges(host, run(state: 'started', init: true, stopTimeout: 0, memory: '64m', cpus: 1.0d))
    def id = told('{{.Id}}')

    expect:
    converges(host, run(state: 'started', memory: '96m', memoryReservation: '32m', cpus: 0.5d, cpusetCpus: '0'))
    told('{{.Id}} {{.HostConfig.Memory}} {{.HostConfig.MemorySwap}}') == "$id ${96 << 20} ${192 << 20}"
    converges(host, run(state: 'started', memory: '96m', memorySwap: '96m'))
    told('{{.Id}}') == id
    converges(host, run(state: 'started', cpus: 0.0d))
    told('{{.HostConfig.NanoCpus}} {{.HostConfig.Memory}}') == "0 ${96 << 20}"
  }

  def "an address that is said is kept, and IPv4 alone will do where none is"() {
    expect:
    converges(host, run(publishedPorts: ['0.0.0.0:8080:80']))
    told('{{json .HostConfig.PortBindings}}') == '{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"8080"}]}'
    host.plan(run(publishedPorts: ['8080:80'])) instanceof Plan.Unchanged
    converges(host, run(exposedPorts: ['9000-9001']))
  }

  def "a text is split as a shell would, and strict networks are left"() {
    expect:
    converges(host, run(command: "sh -c 'sleep 5; :' x\\ y"))
    told('{{json .Args}}') == '["-c","sleep 5; :","x y"]'
    DockerHere.sh("docker network create ${name}-net") != ''
    converges(host, run(networks: ["$name-net"], comparisons: [networks: Setting.Comparison.STRICT]))
    told('{{range $n, $v := .NetworkSettings.Networks}}{{$n}} {{end}}') == "$name-net"
  }
}
