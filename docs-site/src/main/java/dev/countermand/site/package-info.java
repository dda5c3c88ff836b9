/**
 * The documentation as a site: Markdown to HTML pages that need no server and no network.
 *
 * <p>Open it to change what a page looks like, which pages there are, or how links are resolved. It
 * starts in {@link dev.countermand.site.BuildSite}; which pages there are and in which order is in
 * the file {@code contents.txt} beside the templates.
 */
package dev.countermand.site;
