package dev.countermand.jqwik;

import dev.countermand.explore.Schedule;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Makes the values of {@code @ForAll} parameters of type {@link Interleaving}, {@link Schedule} and
 * {@link CancelPlan}. jqwik finds it by itself.
 */
public final class SimulationArbitraries implements ArbitraryProvider {
    /** jqwik makes it. */
    public SimulationArbitraries() {}

    @Override
    public boolean canProvideFor(TypeUsage type) {
        return type.isOfType(Interleaving.class)
                || type.isOfType(Schedule.class)
                || type.isOfType(CancelPlan.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        if (type.isOfType(Interleaving.class)) {
            return Set.of(Simulations.interleavings());
        }
        return Set.of(type.isOfType(Schedule.class)
                ? Simulations.schedules()
                : Simulations.cancelPlans());
    }
}
