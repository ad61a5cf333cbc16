"""Sends every client of boto3 to BENCH_EC2: the boto3 of Debian 12 knows no AWS_ENDPOINT_URL."""
import os

import botocore.session

_create = botocore.session.Session.create_client


def _there(self, *args, **said):
    said['endpoint_url'] = os.environ['BENCH_EC2']
    return _create(self, *args, **said)


botocore.session.Session.create_client = _there
