package dev.countermand.scenario.model;

/**
 * The Runner's options.
 *
 * @param debug {@code Runner(debug=True)}; false unless given
 * @param eagerTasks whether {@code asyncio.eager_task_factory} is set; false unless given
 */
public record RunnerOptions(boolean debug, boolean eagerTasks) {}
