package kit.inventories.ec2

import spock.lang.Specification

class SnakeCaseSpec extends Specification {

  def '#camel is #snake, as Ansible has it'() {
    expect:
    SnakeCase.of(camel) == snake

    where:
    camel                  || snake
    'InstanceId'           || 'instance_id'
    'PublicDnsName'        || 'public_dns_name'
    'EbsOptimized'         || 'ebs_optimized'
    'VpcId'                || 'vpc_id'
    'Ipv6Addresses'        || 'ipv6_addresses'
    'HttpProtocolIpv6'     || 'http_protocol_ipv6'
    'EnaSupport'           || 'ena_support'
    'AmiLaunchIndex'       || 'ami_launch_index'
    'TPMSupport'           || 'tpm_support'
    'TargetGroupARNs'      || 'target_group_arns'
    'HTTPEndpoint'         || 'http_endpoint'
    'EnclaveOptions'       || 'enclave_options'
    'x'                    || 'x'
  }
}
