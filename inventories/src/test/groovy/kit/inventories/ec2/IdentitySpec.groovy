package kit.inventories.ec2

import static com.github.tomakehurst.wiremock.client.WireMock.*

import kit.spi.inventory.SourceFailure
import spock.lang.Specification
import spock.lang.TempDir

/** Who asks, and how that is found out. */
class IdentitySpec extends Specification implements AsksEc2 {
  static final ONE = [regions: ['eu-west-1']]
  static final NOWHERE = [AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:9']

  @TempDir File home

  def setup() {
    recorded()
    new File(home, '.aws').mkdir()
    new File(home, '.aws/credentials').text = '''\
      [default]
      aws_access_key_id = AKIDDEFAULT
      aws_secret_access_key = secret-example
      [work]
      aws_access_key_id = AKIDWORK
      aws_secret_access_key = secret-example
      aws_session_token = token-example
      [half]
      aws_access_key_id = AKIDHALF
      '''.stripIndent()
    new File(home, '.aws/config').text = '''\
      [profile admin]
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = work
      external_id = x1
      [profile there]
      region = us-east-1
      source_profile = work
      role_arn = arn:aws:iam::123456789012:role/there
      [profile code]
      role_arn = arn:aws:iam::123456789012:role/code
      source_profile = work
      mfa_serial = arn:aws:iam::123456789012:mfa/me
      [profile sso]
      sso_session = me
      sso_account_id = 123456789012
      [profile nobody]
      role_arn = arn:aws:iam::123456789012:role/nobody
      [profile tool]
      credential_process = printf '{"Version":1,"AccessKeyId":"AKIDTOOL","SecretAccessKey":"s"}'
      '''.stripIndent()
  }

  private List<String> askedBy(Map said, Map env) {
    find(ONE + said, env, home.toPath())
    api.findAll(postRequestedFor(anyUrl())).collect {
      (it.getHeader('Authorization') =~ /Credential=(\w+)\//)[0][1]
    }
  }

  def 'credentials come from settings, environment and profiles: #who'() {
    expect:
    askedBy(said, env) == who

    where:
    said                                           | env                                  || who
    [:]                                            | [:]                                  || ['AKIDDEFAULT']
    [:]                                            | KEYS                                 || ['AKIDEXAMPLE']
    [:]                                            | [EC2_ACCESS_KEY: 'AKEC', EC2_SECRET_KEY: 's'] || ['AKEC']
    [:]                                            | [AWS_PROFILE: 'work']                || ['AKIDWORK']
    [profile: 'work']                              | KEYS                                 || ['AKIDWORK']
    [boto_profile: 'work']                         | [:]                                  || ['AKIDWORK']
    [aws_access_key: 'AKIDOWN', aws_secret_key: 's'] | KEYS                               || ['AKIDOWN']
    [profile: 'tool']                              | [:]                                  || ['AKIDTOOL']
    [profile: 'admin']                             | [:]                                  || ['AKIDWORK', 'ASIAASSUMEDEXAMPLE']
    [iam_role_arn: 'arn:aws:iam::123456789012:role/inventory'] | KEYS                     || ['AKIDEXAMPLE', 'ASIAASSUMEDEXAMPLE']
    [assumeRoleArn: 'arn:aws:iam::1:role/x', externalId: 'e7', profile: 'admin'] | [:]     || ['AKIDWORK', 'ASIAASSUMEDEXAMPLE', 'ASIAASSUMEDEXAMPLE']
  }

  def 'a role is taken on with its external id, and its token is used'() {
    when:
    find(ONE + [iam_role_arn: 'arn:aws:iam::123456789012:role/inventory', externalId: 'e7'])

    then:
    api.findAll(postRequestedFor(anyUrl()).withRequestBody(containing('Action=AssumeRole')))[0].bodyAsString.with {
      contains('ExternalId=e7') && contains('role%2Finventory')
    }
    api.findAll(postRequestedFor(anyUrl()).withRequestBody(containing('DescribeInstances')))[0]
        .getHeader('X-Amz-Security-Token') == 'assumed-token-example'
  }

  def 'a web identity is a role too'() {
    given:
    def token = new File(home, 'token') << 'jwt'
    api.stubFor(post(anyUrl()).withRequestBody(containing('Action=AssumeRoleWithWebIdentity')).willReturn(aResponse().withBody(
        new String(Api.recorded('assume-role')).replace('AssumeRoleRe', 'AssumeRoleWithWebIdentityRe'))))

    when:
    find(ONE, [AWS_WEB_IDENTITY_TOKEN_FILE: token.path, AWS_ROLE_ARN: 'arn:aws:iam::1:role/w'], home.toPath())

    then:
    api.findAll(postRequestedFor(anyUrl()).withRequestBody(containing('DescribeInstances')))[0]
        .getHeader('Authorization').contains('ASIAASSUMEDEXAMPLE')
  }

  def 'an instance asks as its role'() {
    given:
    def service = "http://127.0.0.1:${api.port()}" as String
    api.stubFor(put('/latest/api/token').willReturn(aResponse().withBody('t')))
    api.stubFor(get(urlPathMatching('/latest/meta-data/iam/security-credentials(-extended)?/')).willReturn(aResponse().withBody('role')))
    api.stubFor(get(urlPathMatching('/latest/meta-data/iam/security-credentials(-extended)?/role')).willReturn(aResponse().withBody(
        '{"Code":"Success","AccessKeyId":"ASIAINSTANCE","SecretAccessKey":"s","Token":"t","Expiration":"2036-01-01T00:00:00Z","LastUpdated":"2026-01-01T00:00:00Z","Type":"AWS-HMAC"}')))
    new File(home, '.aws/credentials').delete()

    when:
    find(ONE, [AWS_EC2_METADATA_SERVICE_ENDPOINT: service], home.toPath())

    then:
    api.findAll(postRequestedFor(anyUrl()))[0].getHeader('Authorization').contains('ASIAINSTANCE')
  }

  def 'without credentials there is one error, soon: #env'() {
    given:
    new File(home, '.aws/credentials').delete()
    def start = System.nanoTime()

    when:
    find(ONE, env, home.toPath())

    then:
    def e = thrown(SourceFailure)
    e.message == 'no AWS credentials in the settings, the environment or ~/.aws, and no instance role'
    e.hint() == 'set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'
    System.nanoTime() - start < 10_000_000_000
    api.findAll(postRequestedFor(anyUrl())).isEmpty()

    where:
    // nobody there, switched off, and an address that swallows everything
    env << [NOWHERE, [AWS_EC2_METADATA_DISABLED: 'true'], [AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://192.0.2.1']]
  }

  def 'a service of metadata that never answers does not hold up for long'() {
    given:
    new File(home, '.aws/credentials').delete()
    api.stubFor(any(urlPathMatching('/latest/.*')).willReturn(aResponse().withFixedDelay(60_000)))
    def start = System.nanoTime()

    when:
    find(ONE, [AWS_EC2_METADATA_SERVICE_ENDPOINT: "http://127.0.0.1:${api.port()}" as String], home.toPath())

    then:
    thrown(SourceFailure)
    System.nanoTime() - start < 15_000_000_000
  }

  def 'credentials that cannot be used are told: #message'() {
    when:
    find(ONE + said, NOWHERE + env, home.toPath())

    then:
    def e = thrown(SourceFailure)
    e.message.contains(message)
    !(e.message + e.hint()).contains('secret-example')

    where:
    said                | env                           || message
    [profile: 'other']  | [:]                           || "there is no profile 'other' in "
    [profile: 'half']   | [:]                           || "the profile 'half' gives no credentials"
    [profile: 'sso']    | [:]                           || "signs in by SSO"
    [profile: 'code']   | [:]                           || "wants a code (mfa_serial)"
    [profile: 'nobody'] | [:]                           || "has a role_arn and nobody who takes it on"
    [:]                 | [AWS_ACCESS_KEY_ID: 'AKID']   || 'only one is set'
    [:]                 | [AWS_WEB_IDENTITY_TOKEN_FILE: '/none', AWS_ROLE_ARN: 'a'] || 'web identity token /none cannot be read'
  }

  def 'a role that may not be taken on is told'() {
    given:
    api.stubFor(Api.asking('AssumeRole', '.*', 'sts').willReturn(Api.answer('error-assume-role', 403)))

    when:
    find(ONE + [iam_role_arn: 'arn:aws:iam::123456789012:role/inventory'])

    then:
    def e = thrown(SourceFailure)
    e.message ==~ /STS in eu-west-1 .* refuses the role arn:aws:iam::123456789012:role\/inventory: AccessDenied: .*/
  }

  def 'where to ask for regions is the one of the environment or of the profile: #region'() {
    when:
    find([:] + said, env, home.toPath())

    then:
    api.findAll(postRequestedFor(anyUrl()).withRequestBody(containing('DescribeRegions')))[0]
        .getHeader('Authorization').contains("/$region/ec2/")

    where:
    said               | env                              || region
    [:]                | KEYS                             || 'us-east-1'
    [:]                | KEYS + [AWS_REGION: 'cn-north-1'] || 'cn-north-1'
    [profile: 'there'] | [:]                              || 'us-east-1'
  }

  def 'an endpoint may come from the environment'() {
    expect:
    find(ONE + [endpoint: null], KEYS + [AWS_ENDPOINT_URL_EC2: "http://127.0.0.1:${api.port()}" as String]).hosts().size() == 6
  }
}
