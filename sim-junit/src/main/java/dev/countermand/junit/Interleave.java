package dev.countermand.junit;

import dev.countermand.loop.schedule.OrderMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is run with many schedules until one fails: {@code @Test} for asynchronous code.
 *
 * <p>The test method is the body of the main coroutine of a run: it may await, sleep and make tasks
 * with the functions of {@link dev.countermand.asyncio.Asyncio}. Time is virtual. For each schedule
 * the test instance is made anew, and {@code @BeforeEach} and {@code @AfterEach} run in the main
 * coroutine as well. With {@code @ParameterizedTest} or {@code @RepeatedTest} beside it, each
 * invocation is explored by itself.
 *
 * <p>Parameters may be a {@link dev.countermand.loop.SimLoop}, a {@link
 * dev.countermand.loop.Simulation}, a {@link dev.countermand.concurrent.Sim}, an {@link Explore}, a
 * {@link java.time.Clock} or {@link java.time.InstantSource}.
 *
 * <p>Each attribute but {@link #strategy} and {@link #orders} can be given for one call as a system
 * property or JUnit configuration parameter {@code countermand.NAME}, which wins.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(InterleaveExtension.class)
public @interface Interleave {
    /** What {@link #schedules} is when neither it nor a budget is given. */
    int DEFAULT_SCHEDULES = 1000;

    /**
     * How many schedules to try at most; 0 leaves it to the budget, and is {@value
     * #DEFAULT_SCHEDULES} without one.
     */
    int schedules() default 0;

    /** How long to search at most, such as {@code 10s} or {@code 2m}; empty for no limit. */
    String budget() default "";

    /** The seed of the search. The same seed tries the same schedules. */
    long seed() default 1;

    /**
     * The one schedule to run, as a failure prints it, such as {@code 0:1,6:1}, or the path of a
     * trace; empty to search.
     */
    String schedule() default "";

    /** Which orders are tried: those that asyncio leaves open, or any. */
    OrderMode orders() default OrderMode.LEGAL;

    /** The name of the strategy that picks the schedules; see {@code docs/strategies.md}. */
    String strategy() default "portfolio";
}
