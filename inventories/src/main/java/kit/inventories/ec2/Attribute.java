package kit.inventories.ec2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;

/** What names of EC2's filters mean in the facts of an instance, as Ansible's plugin has them. */
final class Attribute {
  private static final Map<String, String> PATHS =
      paths(
          """
          affinity=placement.affinity
          architecture=architecture
          availability-zone=placement.availability_zone
          block-device-mapping.attach-time=block_device_mappings.ebs.attach_time
          block-device-mapping.delete-on-termination=block_device_mappings.ebs.delete_on_termination
          block-device-mapping.device-name=block_device_mappings.device_name
          block-device-mapping.status=block_device_mappings.ebs.status
          block-device-mapping.volume-id=block_device_mappings.ebs.volume_id
          client-token=client_token
          dns-name=public_dns_name
          host-id=placement.host_id
          hypervisor=hypervisor
          iam-instance-profile.arn=iam_instance_profile.arn
          image-id=image_id
          instance-id=instance_id
          instance-lifecycle=instance_lifecycle
          instance-state-code=state.code
          instance-state-name=state.name
          instance-type=instance_type
          instance.group-id=security_groups.group_id
          instance.group-name=security_groups.group_name
          ip-address=public_ip_address
          kernel-id=kernel_id
          key-name=key_name
          launch-index=ami_launch_index
          launch-time=launch_time
          monitoring-state=monitoring.state
          network-interface.addresses.association.ip-owner-id=network_interfaces.private_ip_addresses.association.ip_owner_id
          network-interface.addresses.association.public-ip=network_interfaces.private_ip_addresses.association.public_ip
          network-interface.addresses.primary=network_interfaces.private_ip_addresses.primary
          network-interface.addresses.private-ip-address=network_interfaces.private_ip_address
          network-interface.association.ip-owner-id=network_interfaces.association.ip_owner_id
          network-interface.association.public-ip=network_interfaces.association.public_ip
          network-interface.attachment.attach-time=network_interfaces.attachment.attach_time
          network-interface.attachment.attachment-id=network_interfaces.attachment.attachment_id
          network-interface.attachment.delete-on-termination=network_interfaces.attachment.delete_on_termination
          network-interface.attachment.device-index=network_interfaces.attachment.device_index
          network-interface.attachment.instance-id=instance_id
          network-interface.attachment.instance-owner-id=owner_id
          network-interface.attachment.status=network_interfaces.attachment.status
          network-interface.availability-zone=placement.availability_zone
          network-interface.description=network_interfaces.description
          network-interface.group-id=network_interfaces.groups.group_id
          network-interface.group-name=network_interfaces.groups.group_name
          network-interface.ipv6-addresses.ipv6-address=network_interfaces.ipv6_addresses.ipv6_address
          network-interface.mac-address=network_interfaces.mac_address
          network-interface.network-interface-id=network_interfaces.network_interface_id
          network-interface.owner-id=network_interfaces.owner_id
          network-interface.private-dns-name=network_interfaces.private_dns_name
          network-interface.source-dest-check=network_interfaces.source_dest_check
          network-interface.status=network_interfaces.status
          network-interface.subnet-id=network_interfaces.subnet_id
          network-interface.vpc-id=network_interfaces.vpc_id
          owner-id=owner_id
          placement-group-name=placement.group_name
          platform=platform
          private-dns-name=private_dns_name
          private-ip-address=private_ip_address
          product-code=product_codes.product_code_id
          product-code.type=product_codes.product_code_type
          ramdisk-id=ramdisk_id
          reason=state_transition_reason
          requester-id=requester_id
          reservation-id=reservation_id
          root-device-name=root_device_name
          root-device-type=root_device_type
          source-dest-check=source_dest_check
          spot-instance-request-id=spot_instance_request_id
          state-reason-code=state_reason.code
          state-reason-message=state_reason.message
          subnet-id=subnet_id
          tenancy=placement.tenancy
          virtualization-type=virtualization_type
          vpc-id=vpc_id
      """);

  private Attribute() {}

  /** Refuses a word that names nothing: all instances would be called by it. */
  static void check(String word) {
    if (!PATHS.containsKey(word)) {
      throw new PlanException(
          "hostnames: '" + word + "' is nothing that EC2 says of an instance",
          "take tag:NAME, instance-id, private-ip-address or another filter of DescribeInstances");
    }
  }

  /** The values that an instance has; the word itself if it is none of the names. */
  static List<String> of(String word, Instance instance) {
    String path = PATHS.get(word);
    if (path == null) {
      return List.of(word);
    }
    List<Object> values = List.of(instance.facts());
    for (String step : path.split("\\.")) {
      List<Object> next = new ArrayList<>();
      for (Object value : values) {
        Object found = value instanceof Map<?, ?> map ? map.get(step) : null;
        if (found instanceof List<?> list) {
          next.addAll(list);
        } else if (found != null) {
          next.add(found);
        }
      }
      values = next;
    }
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      if (!value.toString().isEmpty()) {
        texts.add(value.toString());
      }
    }
    return texts;
  }

  private static Map<String, String> paths(String lines) {
    Map<String, String> paths = new HashMap<>();
    for (String line : lines.strip().split("\\s+")) {
      int equals = line.indexOf('=');
      paths.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return paths;
  }
}
