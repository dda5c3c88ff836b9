package dev.countermand.scenario.generate;

import java.util.List;
import java.util.stream.Stream;

/** All rules, the simplest first. */
final class Rules {
    static final List<Rule> ALL = Stream.of(
                    DataRules.all(),
                    ControlRules.all(),
                    TaskRules.all(),
                    WaitingRules.all(),
                    SynchronisationRules.all(),
                    QueueRules.all(),
                    CallbackRules.all(),
                    HostRules.all())
            .flatMap(List::stream)
            .toList();

    private Rules() {}
}
