/** Placeholder until the first class lands. */
package dev.countermand.report;
