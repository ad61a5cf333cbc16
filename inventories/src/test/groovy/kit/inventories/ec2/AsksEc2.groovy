package kit.inventories.ec2

import com.github.tomakehurst.wiremock.WireMockServer
import java.nio.file.Path
import java.time.Duration
import kit.catalog.Given
import kit.catalog.SourceCatalog
import kit.model.Location
import kit.spi.inventory.Found
import kit.spi.inventory.InventorySource
import kit.spi.inventory.Search

/** Asks the recorded EC2 as a configuration would. */
trait AsksEc2 {

  static final KEYS = [AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret-example']

  WireMockServer api = Api.server()

  Found find(Map settings, Map environment = KEYS, Path home = Path.of('no-home'), int seconds = 30) {
    source([endpoint: "http://127.0.0.1:${api.port()}" as String] + settings).find(search(environment, home, seconds))
  }

  InventorySource source(Map settings) {
    def at = new Location('hosts_ec2.yml', 1, 1)
    def given = settings.findAll { it.value != null }.collect { Given.named(it.key, it.value, at) }
    SourceCatalog.load(AsksEc2.classLoader).find('ec2').get().bind(given, at)
  }

  Search search(Map environment, Path home = Path.of('no-home'), int seconds = 30) {
    new Search(home, home, { environment[it] }, Duration.ofSeconds(seconds))
  }

  void recorded() {
    api.resetAll()
    api.stubFor(Api.asking('DescribeRegions').willReturn(Api.answer('regions')))
    api.stubFor(Api.asking('DescribeInstances').willReturn(Api.answer('instances-none')))
    api.stubFor(Api.asking('DescribeInstances', 'eu-west-1').willReturn(Api.answer('instances-eu-west-1')))
    api.stubFor(Api.asking('DescribeInstances', 'us-east-1').willReturn(Api.answer('instances-us-east-1')))
    api.stubFor(Api.asking('AssumeRole', '.*', 'sts').willReturn(Api.answer('assume-role')))
  }
}
