/**
 * A trace, or what the runs of a search were like, as one HTML page that needs no network and no
 * server.
 *
 * <p>{@link dev.countermand.page.TracePage} and {@link dev.countermand.page.ExplorationPage} put
 * their data into a page that was built beforehand
 * from the sources in {@code trace-page/web}: all drawing is done there, in the browser. What is
 * written here is only how a trace gets into the page, in few bytes and without a way out.
 */
@NullMarked
package dev.countermand.page;

import org.jspecify.annotations.NullMarked;
