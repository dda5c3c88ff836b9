/**
 * Programs made up by chance whose events fall into slots of time, so that they can be compared
 * between a virtual and a real clock.
 */
package dev.countermand.real.kit;
