package kit.inventories.ec2

import static com.github.tomakehurst.wiremock.client.WireMock.*

import kit.model.KitException
import spock.lang.Specification

class Ec2Spec extends Specification implements AsksEc2 {

  def setup() {
    recorded()
  }

  def 'an instance is a host with all that EC2 says of it'() {
    when:
    def found = find(regions: ['eu-west-1'], hostnames: ['tag:Name', 'private-ip-address'])
    def web1 = found.hosts().find { it.name() == 'web1' }

    then:
    found.hosts()*.name().toSet() == ['10.7.0.14', 'db1', 'mail', 'web1', 'web2', 'web3'].toSet()
    found.hosts()*.groups().unique() == [['aws_ec2']]
    found.warnings() == []
    web1.vars().with {
      it.tags == [Name: 'web1', Environment: 'production', Role: 'web', 'owner:team': 'a b'] &&
          it.instance_type == 'm5.large' && it.placement.region == 'eu-west-1' &&
          it.placement.availability_zone == 'eu-west-1b' && it.state == [code: 16, name: 'running'] &&
          it.security_groups*.group_name == ['staging-ssh', 'staging-https'] &&
          it.private_ip_address == '10.7.1.20' && it.launch_time ==~ /2026-11-20T\d\d:\d\d:\d\d\+00:00/ &&
          it.network_interfaces[0].source_dest_check == true
    }
    // by id, whatever order the answers have
    found.hosts()*.vars()*.instance_id == found.hosts()*.vars()*.instance_id.sort()
  }

  def 'all pages are read'() {
    given:
    api.stubFor(Api.asking('DescribeInstances', 'eu-west-1').willReturn(Api.answer('instances-eu-west-1-page1')))
    api.stubFor(Api.asking('DescribeInstances', 'eu-west-1').withRequestBody(containing('NextToken='))
        .willReturn(Api.answer('instances-eu-west-1-page2')))

    expect:
    find(regions: ['eu-west-1']).hosts().size() == 6
    api.findAll(postRequestedFor(anyUrl())).every { it.bodyAsString.contains('MaxResults=1000') }
  }

  def 'all regions of the account are asked if none is named'() {
    given:
    def regions = new String(Api.recorded('regions'), 'UTF-8').split('<regionName>').length - 1

    when:
    def found = find([hostnames: ['tag:Name', 'instance-id']])
    def asked = api.findAll(postRequestedFor(anyUrl()).withRequestBody(containing('DescribeInstances'))).size()

    then:
    found.hosts()*.vars()*.placement*.region.toSet() == ['eu-west-1', 'us-east-1'].toSet()
    find(regions: 'eu-west-1, us-east-1', hostnames: ['instance-id']).hosts()*.name().toSet() == found.hosts()*.vars()*.instance_id.toSet()
    regions > 30
    asked == regions
  }

  def 'instances are called by #hostnames'() {
    expect:
    find(regions: ['us-east-1'], hostnames: hostnames, allowDuplicatedHosts: all).hosts()*.name() == names

    where:
    hostnames                                                            | all   || names
    []                                                                   | false || ['ec2-127-235-31-14.compute-1.amazonaws.com']
    ['tag:Nothing', 'tag:Name']                                          | false || ['backup']
    ['tag:Name=backup']                                                  | false || ['Name_backup']
    ['tag:Name=other,Role=backup']                                       | false || ['Role_backup']
    ['private-ip-address']                                               | false || ['10.7.0.10']
    ['instance-type', 'tag:Name']                                        | true  || ['t3.micro', 'backup']
    [[name: 'private-ip-address', prefix: 'tag:Role', separator: '.']]   | false || ['backup.10.7.0.10']
    [[name: 'tag:Name', prefix: 'aws']]                                  | false || ['aws_backup']
    [[name: 'tag:Name', prefix: 'a-b:c', separator: '-']]                | false || ['a_b_c-backup']
    [[name: 'private-ip-address', prefix: 'tag:Nothing']]                | false || ['10.7.0.10']
    ['network-interface.addresses.private-ip-address']                   | false || ['10.7.0.10']
    'availability-zone'                                                  | false || ['us-east-1a']
  }

  def 'an instance without any of the hostnames, and two with the same, are told'() {
    expect:
    find(regions: ['eu-west-1'], hostnames: hostnames).warnings().any { it ==~ warning }

    where:
    hostnames         || warning
    ['tag:Name']      || /instance i-\w+ of eu-west-1 is left out: it has none of the hostnames; .*/
    ['instance-type'] || /instance i-\w+ of eu-west-1 and instance i-\w+ of eu-west-1 are both called 'm5.large'.*/
  }

  def 'settings for filters are sent as filters'() {
    when:
    find(regions: ['eu-west-1'], *: said)

    then:
    api.findAll(postRequestedFor(anyUrl())).collect { request ->
      def form = request.bodyAsString.split('&').collectEntries { it.split('=').collect { URLDecoder.decode(it, 'UTF-8') } }
      (1..3).findAll { form["Filter.${it}.Name" as String] }.collectEntries { n ->
        [form["Filter.${n}.Name" as String],
         (1..4).collect { form["Filter.${n}.Value.$it" as String] }.findAll().join(',')]
      }
    } == asked

    where:
    said                                                        || asked
    [:]                                                             || [['instance-state-name': 'running,pending,stopping,stopped']]
    [states: ['running']]                                           || [['instance-state-name': 'running']]
    [filters: ['instance-state-name': 'running', 'tag:X': ['a', 1, true]]] || [['instance-state-name': 'running', 'tag:X': 'a,1,true']]
    [includeFilters: [['tag:A': 'b'], ['tag:C': 'd']], states: 'stopped'] || [['tag:A': 'b', 'instance-state-name': 'stopped'], ['tag:C': 'd', 'instance-state-name': 'stopped']]
    [filters: ['tag:A': 'b'], include_filters: [['tag:C': 'd']], exclude_filters: [['tag:E': 'f']], states: 'running'] ||
        [['tag:E': 'f', 'instance-state-name': 'running'], ['tag:A': 'b', 'instance-state-name': 'running'], ['tag:C': 'd', 'instance-state-name': 'running']]
  }

  def 'what an exclude filter finds is left out, and nothing is found twice'() {
    given:
    api.stubFor(Api.asking('DescribeInstances', 'eu-west-1').withRequestBody(containing('not-me')).willReturn(Api.answer('instances-eu-west-1-page2')))

    expect:
    find(regions: ['eu-west-1'], includeFilters: [['tag:A': 'b'], ['tag:C': 'd']], excludeFilters: [['tag:A': 'not-me']]).hosts().size() == 5
  }

  def 'names of variables take a prefix, a suffix and those of an old script'() {
    when:
    def vars = find(regions: ['us-east-1'], hostvars_prefix: 'aws_', hostvars_suffix: '_x',
        use_contrib_script_compatible_ec2_tag_keys: true).hosts()[0].vars()

    then:
    vars.aws_tags_x.Name == 'backup'
    vars.aws_ec2_tag_Role_x == 'backup'
    vars.keySet().every { it.startsWith('aws_') && it.endsWith('_x') }
  }

  def 'a host called by a tag that attacks is that text and nothing else'() {
    given:
    new File('/tmp/owned').delete()
    api.stubFor(Api.asking('DescribeInstances', 'ap-south-1').willReturn(Api.answer('instances-hostile')))

    when:
    def found = find(regions: ['ap-south-1'], hostnames: ['tag:Name'])

    then:
    found.hosts()*.name().containsAll('web; touch /tmp/owned', '-oProxyCommand=touch /tmp/owned',
        "{{ lookup('pipe', 'touch /tmp/owned') }}", '../../etc/passwd', 'web\nevil ansible_connection=local')
    found.hosts().size() == 7
    found.hosts().every { !it.vars().containsKey('ansible_connection') && !it.vars().containsKey('ansible_host') }
    !new File('/tmp/owned').exists()
  }

  def 'ten megabytes of tags are read'() {
    given:
    def one = new String(Api.recorded('instances-us-east-1'), 'UTF-8')
    def item = one.substring(one.indexOf('<reservationSet>') + 16, one.indexOf('</reservationSet>'))
    def tags = '<tagSet>' + (1..50).collect { "<item><key>key$it</key><value>${'v' * 250}</value></item>" }.join('')
    def many = (1..700).collect { item.replaceAll('i-[0-9a-f]{17}', String.format('i-%017d', it)).replace('<tagSet>', tags) }
    def body = one.replace(item, many.join(''))
    api.stubFor(Api.asking('DescribeInstances', 'us-east-1').willReturn(aResponse().withBody(body)))

    expect:
    body.length() > 10_000_000
    find(regions: ['us-east-1'], hostnames: ['instance-id']).hosts().with { it.size() == 700 && it[699].vars().tags.size() == 53 }
  }

  def 'settings are refused: #said'() {
    when:
    find(said)

    then:
    def e = thrown(KitException)
    e.message.contains(message)
    api.findAll(postRequestedFor(anyUrl())).isEmpty()

    where:
    said                                          || message
    [accessKey: 'AKID']                               || 'accessKey and secretKey go together'
    [hostnames: ['privat-ip-address']]                || "'privat-ip-address' is nothing that EC2 says of an instance"
    [hostnames: [[prefix: 'x']]]                      || 'hostnames wants a name'
    [hostnames: [[name: 'tag:X', sep: '.']]]          || "hostnames knows no 'sep'"
    [use_contrib_script_compatible_sanitization: true] || 'useContribScriptCompatibleSanitization is not supported'
    [include_extra_api_calls: true]                   || 'includeExtraApiCalls is not supported'
    [use_ssm_inventory: true]                         || 'useSsmInventory is not supported'
    [regoins: ['eu-west-1']]                          || "did you mean 'regions'?"
    [failedRegions: 'ignore']                         || 'failedRegions'
  }
}
