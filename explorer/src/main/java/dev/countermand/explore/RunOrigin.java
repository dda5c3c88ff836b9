package dev.countermand.explore;

/**
 * Where the choices of a run came from.
 *
 * @param seed the run's own seed; 0 if it was none
 * @param strategy the name of the strategy
 */
public record RunOrigin(long seed, String strategy) {}
