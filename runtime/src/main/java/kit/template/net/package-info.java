/** Addresses of networks and hosts, as netaddr and the ipaddr filters see them. */
package kit.template.net;
