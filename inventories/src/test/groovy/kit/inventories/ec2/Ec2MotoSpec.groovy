package kit.inventories.ec2

import kit.spi.inventory.SourceFailure
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient
import software.amazon.awssdk.regions.Region
import software.amazon.awssdk.services.ec2.Ec2Client
import software.amazon.awssdk.services.ec2.model.Tag
import spock.lang.IgnoreIf
import spock.lang.Shared
import spock.lang.Specification

/** A live API: moto of testbed/moto, whose URL is KIT_MOTO. */
@IgnoreIf(value = { !System.getenv('KIT_MOTO') }, reason = 'KIT_MOTO is not set: no live EC2, this is not tried (testbed/moto up)')
class Ec2MotoSpec extends Specification implements AsksEc2 {

  @Shared String url = System.getenv('KIT_MOTO')
  @Shared Map<String, Ec2Client> clients = [:]

  def setupSpec() {
    post('/moto-api/reset', '')
    run('eu-west-1', 't3.micro', Name: 'mail', Environment: 'staging')
    run('eu-west-1', 'm5.large', Name: 'web1', Environment: 'production')
    def stopped = run('eu-west-1', 'm5.large', Name: 'web2', Environment: 'production')
    def gone = run('eu-west-1', 'm5.large', Name: 'web3', Environment: 'production')
    run('us-east-1', 't3.micro', Name: 'backup', Environment: 'production')
    client('eu-west-1').stopInstances { it.instanceIds(stopped) }
    client('eu-west-1').terminateInstances { it.instanceIds(gone) }
  }

  def cleanupSpec() {
    clients.values()*.close()
  }

  def 'instances are found by state, region and filter: #said'() {
    expect:
    find([endpoint: url, hostnames: ['tag:Name']] + said).hosts()*.name().sort() == names

    where:
    said                                                                    || names
    [regions: ['eu-west-1', 'us-east-1']]                                   || ['backup', 'mail', 'web1', 'web2']
    [regions: ['eu-west-1']]                                                || ['mail', 'web1', 'web2']
    [regions: ['eu-west-1'], states: ['running']]                           || ['mail', 'web1']
    [regions: ['eu-west-1'], filters: ['instance-state-name': 'terminated']] || ['web3']
    [regions: ['eu-west-1', 'us-east-1'], filters: ['tag:Environment': 'production']] || ['backup', 'web1', 'web2']
    [regions: ['eu-west-1'], include_filters: [['tag:Name': 'mail'], ['instance-type': 'm5.large']],
        exclude_filters: [['tag:Name': ['web2', 'x']]]]                     || ['mail', 'web1']
    [regions: ['us-east-1'], iam_role_arn: 'arn:aws:iam::123456789012:role/inventory'] || ['backup']
  }

  def 'more instances than are given at once are all found'() {
    given:
    run('eu-central-1', 't3.nano', 13, Name: 'node')
    def source = source([endpoint: url])

    when:
    def found = Cloud.of(new Settings(source, search(KEYS)), 5).withCloseable { it.instances('eu-central-1', []) }

    then:
    found*.id().toSet().size() == 13
    found.every { it.tags() == [Name: 'node'] }
  }

  def 'who is not known is refused'() {
    given:
    post('/moto-api/reset-auth', '0')

    when:
    find([endpoint: url, regions: ['eu-west-1']])

    then:
    def e = thrown(SourceFailure)
    e.message.contains('refuses DescribeInstances: AuthFailure')

    cleanup:
    post('/moto-api/reset-auth', '1000000000')
  }

  private String run(Map tags, String region, String type, int count = 1) {
    def named = tags.collect { Tag.builder().key(it.key).value(it.value).build() }
    client(region).runInstances { request ->
      request.imageId('ami-12c6146b').instanceType(type).minCount(count).maxCount(count)
          .tagSpecifications { it.resourceType('instance').tags(named) }
    }.instances()[0].instanceId()
  }

  private Ec2Client client(String region) {
    clients.computeIfAbsent(region) {
      Ec2Client.builder().endpointOverride(URI.create(url)).region(Region.of(region))
          .httpClient(UrlConnectionHttpClient.create())
          .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create('AKIDEXAMPLE', 'secret-example')))
          .build()
    }
  }

  private void post(String path, String body) {
    def connection = URI.create(url + path).toURL().openConnection() as HttpURLConnection
    connection.requestMethod = 'POST'
    connection.doOutput = true
    connection.setRequestProperty('Content-Type', 'text/plain')
    connection.outputStream.withCloseable { it << body }
    assert connection.responseCode == 200
  }
}
