package kit.inventories.ec2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.PlanException;
import kit.spi.inventory.Found;
import kit.spi.inventory.FoundHost;
import kit.spi.inventory.InventorySource;
import kit.spi.inventory.Plugin;
import kit.spi.inventory.Search;

/**
 * The instances of Amazon EC2 in one, several or all regions, with everything that EC2 says of them
 * as variables: names and meaning of Ansible's aws_ec2.
 *
 * <p>Credentials are looked for as Amazon's own tools do it: settings, environment, profiles in
 * {@code ~/.aws}, web identity, container and instance role. All hosts are in the group {@code
 * aws_ec2}.
 *
 * <pre>{@code
 * ec2(regions: ['eu-west-1', 'us-east-1'], filters: ['tag:Project': 'shop']) {
 *   groupBy { it.tags.Environment }
 *   vars { [ansible_host: it.private_ip_address] }
 * }
 * }</pre>
 *
 * @param regions where to look, a list or a text with commas; all that the account may use if none
 *     are given
 * @param filters of DescribeInstances by name, such as {@code tag:Environment}: a value or a list
 * @param includeFilters more such filters; an instance is found if any of them, or filters, finds
 *     it
 * @param excludeFilters an instance that any of these finds is left out
 * @param states the states wanted where a filter does not name instance-state-name; running,
 *     pending, stopping and stopped if none are given
 * @param hostnames what an instance is called, the first that it has: names of filters, {@code
 *     tag:NAME}, {@code tag:NAME=VALUE}, or maps of name, prefix and separator; dns-name, then
 *     private-dns-name if none are given
 * @param allowDuplicatedHosts whether an instance is a host under each of the hostnames
 * @param hostvarsPrefix put before the name of every variable
 * @param hostvarsSuffix put behind the name of every variable
 * @param profile of {@code ~/.aws/config} and {@code ~/.aws/credentials}
 * @param accessKey of a user
 * @param secretKey of the access key
 * @param sessionToken of temporary keys
 * @param assumeRoleArn role to take on before asking
 * @param externalId that the role asks for
 * @param endpoint URL to ask instead of Amazon's
 * @param caBundle path of a file with the certificates to trust, PEM
 * @param strictPermissions whether a region that refuses (403) is an error; else it is a warning
 * @param failedRegions what comes of a region that does not answer: warn goes on with the others
 * @param useContribScriptCompatibleEc2TagKeys whether each tag is a variable ec2_tag_NAME too
 * @param useContribScriptCompatibleSanitization false only
 * @param includeExtraApiCalls false only
 * @param useSsmInventory false only
 */
@Plugin({"aws_ec2", "amazon.aws.aws_ec2"})
public record Ec2(
    @Alias("region") List<String> regions,
    Map<String, Object> filters,
    List<Map<String, Object>> includeFilters,
    List<Map<String, Object>> excludeFilters,
    List<String> states,
    List<Object> hostnames,
    @Default("false") boolean allowDuplicatedHosts,
    Optional<String> hostvarsPrefix,
    Optional<String> hostvarsSuffix,
    @Alias({"aws_profile", "boto_profile"}) Optional<String> profile,
    @Alias({"aws_access_key", "aws_access_key_id", "ec2_access_key"}) Optional<String> accessKey,
    @Alias({"aws_secret_key", "aws_secret_access_key", "ec2_secret_key"})
        Optional<String> secretKey,
    @Alias({"aws_security_token", "aws_session_token", "security_token", "access_token"})
        Optional<String> sessionToken,
    @Alias("iam_role_arn") Optional<String> assumeRoleArn,
    @Alias("assume_role_external_id") Optional<String> externalId,
    @Alias({"endpoint_url", "aws_endpoint_url", "ec2_url"}) Optional<String> endpoint,
    @Alias("aws_ca_bundle") Optional<String> caBundle,
    @Default("true") boolean strictPermissions,
    @Default("fail") FailedRegions failedRegions,
    @Default("false") boolean useContribScriptCompatibleEc2TagKeys,
    @Default("false") boolean useContribScriptCompatibleSanitization,
    @Default("false") boolean includeExtraApiCalls,
    @Default("false") boolean useSsmInventory)
    implements InventorySource {

  /** What comes of a region that does not answer. */
  public enum FailedRegions {
    FAIL,
    WARN
  }

  public Ec2 {
    regions = regions.stream().flatMap(each -> Stream.of(each.strip().split("\\s*,\\s*"))).toList();
    refuse(
        useContribScriptCompatibleSanitization,
        "useContribScriptCompatibleSanitization",
        "write the group names that playbooks use with _ for what is no letter or digit");
    refuse(includeExtraApiCalls, "includeExtraApiCalls", "Ansible has dropped it too: remove it");
    refuse(useSsmInventory, "useSsmInventory", "remove it: only EC2 itself is asked");
    if (accessKey.isPresent() != secretKey.isPresent()) {
      throw new PlanException(
          "accessKey and secretKey go together", "give both, or neither and a profile");
    }
    HostName.all(hostnames);
  }

  @Override
  public Found find(Search search) {
    List<String> warnings = new ArrayList<>();
    Settings settings = new Settings(this, search);
    List<Instance> instances;
    try (Cloud cloud = Cloud.of(settings)) {
      instances = new Regions(cloud, this, search.patience()).instances(warnings);
    }
    return new Found(hosts(instances, warnings), warnings);
  }

  private List<FoundHost> hosts(List<Instance> instances, List<String> warnings) {
    List<HostName> names = hostnames.isEmpty() ? HostName.PRESET : HostName.all(hostnames);
    Map<String, Instance> owners = new LinkedHashMap<>();
    List<FoundHost> hosts = new ArrayList<>();
    for (Instance instance : instances) {
      List<String> its = HostName.of(instance, names, allowDuplicatedHosts);
      if (its.isEmpty()) {
        warnings.add(
            instance + " is left out: it has none of the hostnames; instance-id is one each has");
      }
      for (String name : its) {
        Instance other = owners.put(name, instance);
        if (other != null && !other.id().equals(instance.id())) {
          warnings.add(
              other
                  + " and "
                  + instance
                  + " are both called '"
                  + name
                  + "': only the second is"
                  + " known; other hostnames would tell them apart");
        }
        hosts.add(new FoundHost(name, List.of("aws_ec2"), vars(instance)));
      }
    }
    return hosts;
  }

  private Map<String, Object> vars(Instance instance) {
    Map<String, Object> vars = new LinkedHashMap<>(instance.facts());
    vars.put("tags", instance.tags());
    if (useContribScriptCompatibleEc2TagKeys) {
      instance.tags().forEach((key, value) -> vars.put("ec2_tag_" + key, value));
    }
    if (hostvarsPrefix.isEmpty() && hostvarsSuffix.isEmpty()) {
      return vars;
    }
    Map<String, Object> named = new LinkedHashMap<>();
    vars.forEach(
        (name, value) ->
            named.put(hostvarsPrefix.orElse("") + name + hostvarsSuffix.orElse(""), value));
    return named;
  }

  private static void refuse(boolean given, String setting, String hint) {
    if (given) {
      throw new PlanException(setting + " is not supported", hint);
    }
  }
}
