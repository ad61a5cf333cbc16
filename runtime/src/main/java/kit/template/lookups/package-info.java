/** Lookups: values from files, the environment and programs of the controller. */
package kit.template.lookups;
