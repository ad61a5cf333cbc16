package kit.inventories.ec2

import static com.github.tomakehurst.wiremock.client.WireMock.*

import com.github.tomakehurst.wiremock.http.Fault
import kit.spi.inventory.SourceFailure
import spock.lang.Specification
import spock.lang.TempDir

/** Whatever is answered: all hosts, or one clear error. */
class Ec2FailureSpec extends Specification implements AsksEc2 {
  static final ONE = [regions: ['eu-west-1'], hostnames: ['instance-id']]

  @TempDir File dir

  def setup() {
    recorded()
  }

  private SourceFailure failure(Map said = ONE, Map env = KEYS, int seconds = 30) {
    try {
      def found = find(said, env, dir.toPath(), seconds)
      throw new AssertionError("no failure but ${found.hosts()*.name()}" as Object)
    } catch (SourceFailure e) {
      assert !(e.message + e.hint()).contains('secret-example')
      assert !e.message.contains('\n')
      return e
    }
  }

  private void answers(answer) {
    api.stubFor(Api.asking('DescribeInstances', 'eu-west-1').willReturn(answer))
  }

  def 'a refusal is told with who, what and why: #reply'() {
    given:
    answers(Api.answer(reply, status))

    when:
    def e = failure()

    then:
    e.message ==~ /EC2 in eu-west-1 \(http:\/\/127.0.0.1:\d+\) refuses DescribeInstances: $said.*/
    e.hint().contains(hint)

    where:
    reply                | status || said                                       | hint
    'error-unauthorized' | 403    || 'AccessDenied: User: arn:aws:iam::123456789012:user\\/nobody is not authorized' | 'ec2:DescribeInstances'
    'error-signature'    | 401    || 'AuthFailure'                               | 'access key'
    'error-not-found'    | 400    || 'InvalidInstanceID.NotFound'               | ''
  }

  def 'errors as Amazon words them are understood: #code'() {
    given:
    answers(aResponse().withStatus(status).withBody(
        "<Response><Errors><Error><Code>$code</Code><Message>said &#127;[31m\nmore</Message></Error></Errors><RequestID>1</RequestID></Response>"))

    expect:
    with(failure()) {
      message.contains("$code: said ?[31m")
      hint().contains(text)
    }

    where:
    code                    | status || text
    'UnauthorizedOperation' | 403    || 'allow it in a policy'
    'RequestExpired'        | 400    || 'clock'
    'ExpiredToken'          | 400    || 'new temporary credentials'
    'InvalidParameterValue' | 400    || 'filters'
  }

  def 'throttling is waited for a few times and no longer'() {
    given:
    answers(aResponse().withStatus(503).withBody(
        '<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>slow down</Message></Error></Errors></Response>'))

    when:
    def e = failure()

    then:
    e.message.contains('RequestLimitExceeded: slow down')
    e.hint().contains('name the regions')
    api.findAll(postRequestedFor(anyUrl())).size() == 4
  }

  def 'after a throttled request the answer is taken'() {
    given:
    api.stubFor(Api.asking('DescribeInstances', 'eu-west-1').inScenario('slow').willSetStateTo('again')
        .willReturn(aResponse().withStatus(503).withBody('<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>x</Message></Error></Errors></Response>')))
    api.stubFor(Api.asking('DescribeInstances', 'eu-west-1').inScenario('slow').whenScenarioStateIs('again')
        .willReturn(Api.answer('instances-eu-west-1')))

    expect:
    find(ONE).hosts().size() == 6
  }

  def 'what is no whole answer of EC2 is none: #what'() {
    given:
    answers(answer)

    expect:
    failure().message ==~ /EC2 in eu-west-1 .*(not one of this service|can be understood|cannot be reached|nothing more|gives the same page).*/

    where:
    what                  | answer
    'half of it'          | aResponse().withBody(Arrays.copyOf(Api.recorded('instances-eu-west-1'), 9000))
    'all but the end'     | aResponse().withBody(new String(Api.recorded('instances-eu-west-1')).replace('</DescribeInstancesResponse>', ''))
    'nothing'             | aResponse().withBody('')
    'HTML'                | aResponse().withBody('<html><body>Sign in to the network</body></html>')
    'HTML with an error'  | aResponse().withStatus(502).withBody('<html><body>Bad gateway</body></html>')
    'JSON'                | aResponse().withBody('{"Reservations": []}')
    'binary'              | aResponse().withBody([0, 255, 1, 254] as byte[])
    'a closed connection' | aResponse().withFault(Fault.EMPTY_RESPONSE)
    'garbage'             | aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)
    'a broken body'       | aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK)
    'another XML'         | aResponse().withBody('<a><b/></a>')
    'an endless answer'   | aResponse().withBody(Api.recorded('instances-eu-west-1-page1'))
  }

  def 'a second page that breaks leaves no half of a region: #what'() {
    given:
    answers(Api.answer('instances-eu-west-1-page1'))
    api.stubFor(Api.asking('DescribeInstances', 'eu-west-1').withRequestBody(containing('NextToken=')).willReturn(answer))
    def two = ONE + [regions: ['eu-west-1', 'us-east-1']]

    expect:
    failure(two).message.contains('EC2 in eu-west-1')
    with(find(two + [failedRegions: 'warn'])) {
      hosts()*.vars()*.placement*.region.unique() == ['us-east-1']
      warnings().any { it.contains('EC2 in eu-west-1') && it.endsWith('its instances are missing') }
    }

    where:
    what             | answer
    'a refusal'      | Api.answer('error-unauthorized', 403)
    'half of it'     | aResponse().withBody(Arrays.copyOf(Api.recorded('instances-eu-west-1-page2'), 2000))
    'nothing'        | aResponse().withStatus(200).withBody('')
    'a reset'        | aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)
    'throttling'     | aResponse().withStatus(503).withBody('<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>x</Message></Error></Errors></Response>')
  }

  def 'entities of XML are neither fetched nor expanded'() {
    given:
    def secret = new File(dir, 'secret') << 'the-secret'
    answers(aResponse().withBody(new String(Api.recorded('instances-us-east-1')).replaceFirst(/(?s)\?>/,
        "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file://${secret.path}\">]>").replace('>backup<', '>&e;<')))

    expect:
    !failure().message.contains('the-secret')
  }

  def 'an endpoint that nobody listens at is told at once'() {
    when:
    def start = System.nanoTime()
    def e = failure(ONE + [endpoint: 'http://127.0.0.1:9'])

    then:
    e.message.contains('EC2 in eu-west-1 (http://127.0.0.1:9) cannot be reached: Connection refused')
    System.nanoTime() - start < 20_000_000_000
  }

  def 'an endpoint that is none is refused'() {
    expect:
    failure(ONE + [endpoint: 'eu-west-1']).message == "'eu-west-1' is no endpoint"
    failure(ONE + [endpoint: 'https://me:secret-example@host']).message == "'https://...@host' is no endpoint"
  }

  def 'an answer that does not come is waited for as long as there is patience'() {
    given:
    answers(Api.answer('instances-eu-west-1').withFixedDelay(20_000))

    expect:
    failure(ONE, KEYS, 1).message ==~ /.*(no answer in 1 s|does not answer in time).*/
  }

  def 'a certificate that nobody knows is not trusted, and trusted if it is named'() {
    given:
    def url = "https://127.0.0.1:${api.httpsPort()}" as String
    def pem = new File(dir, 'ca.pem') << Api.certificate

    expect:
    failure(ONE + [endpoint: url]).message.contains('no trust in its TLS')
    failure(ONE + [endpoint: url]).hint().contains('caBundle')
    find(ONE + [endpoint: url, caBundle: 'ca.pem'], KEYS, dir.toPath()).hosts().size() == 6
    find(ONE + [endpoint: url], KEYS + [AWS_CA_BUNDLE: pem.path]).hosts().size() == 6
    failure(ONE + [caBundle: 'none.pem']).message.contains('none.pem cannot be read')
  }

  def 'a region that fails fails all, unless it is said otherwise'() {
    given:
    def two = ONE + [regions: ['eu-west-1', 'us-east-1']]
    api.stubFor(Api.asking('DescribeInstances', 'us-east-1').willReturn(reply))

    expect:
    failure(two).message.contains('EC2 in us-east-1')
    with(find(two + said)) {
      hosts().size() == 6
      warnings()[0].contains('EC2 in us-east-1') && warnings()[0].endsWith('its instances are missing')
    }

    where:
    reply                                      | said
    Api.answer('error-unauthorized', 403)      | [strictPermissions: false]
    Api.answer('error-unauthorized', 403)      | [failedRegions: 'warn']
    aResponse().withStatus(404).withBody('no') | [failedRegions: 'warn']
  }

  def 'permissions that may be missing do not excuse other failures'() {
    given:
    answers(Api.answer('error-signature', 401))

    expect:
    failure(ONE + [strict_permissions: false]).message.contains('AuthFailure')
  }
}
