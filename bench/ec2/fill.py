#!/usr/bin/python3
"""fill.py URL: instances of every kind that the configurations tell apart, in an empty moto."""
import sys
import urllib.request

import boto3

URL = sys.argv[1]
IMAGE = 'ami-12c6146b'
ODD = {'Name': 'odd:1', 'Role': '', 'Space d': 'a b', 'Ünï': 'çode', 'Truth': 'True', 'Number': '007',
       'Shell': '$(touch /tmp/x); `id` | "q" \'s\'', 'List': "['a', 'b']", 'None': 'None', 'Dash': '-x'}


def ec2(region):
    return boto3.client('ec2', region, endpoint_url=URL, aws_access_key_id='AKIDEXAMPLE', aws_secret_access_key='x')


def run(region, kind, tags, count=1, **more):
    spec = [{'ResourceType': 'instance', 'Tags': [{'Key': key, 'Value': value} for key, value in tags.items()]}]
    made = ec2(region).run_instances(ImageId=IMAGE, InstanceType=kind, MinCount=count, MaxCount=count,
                                     TagSpecifications=spec if tags else [], **more)
    return [each['InstanceId'] for each in made['Instances']]


def main():
    urllib.request.urlopen(URL + '/moto-api/reset', b'')
    west = ec2('eu-west-1')
    vpc = west.create_vpc(CidrBlock='10.9.0.0/16')['Vpc']['VpcId']
    subnet = west.create_subnet(VpcId=vpc, CidrBlock='10.9.1.0/24', AvailabilityZone='eu-west-1b')['Subnet']['SubnetId']
    groups = [west.create_security_group(GroupName=name, Description=name, VpcId=vpc)['GroupId'] for name in ('web', 'ssh in')]
    west.create_key_pair(KeyName='deploy')
    prod = {'Environment': 'production', 'Role': 'web'}
    run('eu-west-1', 't3.micro', {'Name': 'mail', 'Environment': 'staging', 'Role': 'mail'})
    run('eu-west-1', 'm5.large', {'Name': 'web1', **prod}, SubnetId=subnet, SecurityGroupIds=groups, KeyName='deploy',
        Monitoring={'Enabled': True}, ClientToken='once')
    stopped = run('eu-west-1', 'm5.large', {'Name': 'web2', **prod})
    gone = run('eu-west-1', 'm5.large', {'Name': 'web3', **prod})
    run('eu-west-1', 'r5.xlarge', {'Name': 'db1', 'Environment': 'production', 'Role': 'db'}, SubnetId=subnet,
        BlockDeviceMappings=[{'DeviceName': f'/dev/sd{x}', 'Ebs': {'VolumeSize': 9}} for x in 'ab'])
    run('eu-west-1', 't3.nano', {})
    run('eu-west-1', 't3.nano', {'Name': 'twin', 'Environment': 'twins'}, 2)
    run('eu-west-1', 't3.nano', ODD)
    run('us-east-1', 't3.micro', {'Name': 'backup', **prod})
    run('eu-central-1', 't3.nano', {'Name': 'node', 'Environment': 'lab'}, 13)
    west.stop_instances(InstanceIds=stopped)
    west.terminate_instances(InstanceIds=gone)


main()
