/** The written site must be complete, without dead links, and the same from the same sources. */
package dev.countermand.site;
