/** What can be done: one package a family, one record a module. */
package kit.modules;
