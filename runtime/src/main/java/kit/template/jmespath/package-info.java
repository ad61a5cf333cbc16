/** JMESPath (jmespath.org): expressions that pick values out of JSON. */
package kit.template.jmespath;
