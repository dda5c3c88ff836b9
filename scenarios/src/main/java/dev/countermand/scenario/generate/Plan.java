package dev.countermand.scenario.generate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What is settled before any body is written: the definitions, the objects, what is aimed at. */
final class Plan {
    private static final List<Kind> PARAMETERS = List.of(
            Kind.NUMBER, Kind.TASK, Kind.FUTURE, Kind.TASK, Kind.NUMBER, Kind.TASK, Kind.LIST,
            Kind.TASK, Kind.FUTURE, Kind.GROUP, Kind.TASK, Kind.TIMEOUT);
    /** What is worth aiming at: all but what every program has anyway. */
    private static final List<Area> AIMS = List.copyOf(EnumSet.complementOf(
            EnumSet.of(Area.CONTROL, Area.DATA, Area.EXPLORATION)));
    private static final int AIMED_AT = 8;

    final Decisions decisions;
    final Set<Area> aims = EnumSet.noneOf(Area.class);
    final List<Definition> coroutines = new ArrayList<>();
    final List<Definition> generators = new ArrayList<>();
    final List<Definition> functions = new ArrayList<>();
    final ObjectNode objects;

    /** How many operations of eight are inside a try of their own, so that programs go on. */
    final int resilience;

    /** How many more operations the body may get, so that none grows too large. */
    int operationsLeft;

    Plan(Decisions decisions) {
        this.decisions = decisions;
        int count = decisions.of(2, 1, 3);
        for (int i = 0; i < count; i++) {
            aims.add(decisions.of(AIMS));
        }
        objects = SharedObjects.declare(decisions);
        define();
        resilience = decisions.of(0, 2, 4, 6);
    }

    private void define() {
        coroutines.add(new Definition("main", List.of(), 0));
        int count = 1 + decisions.below(4);
        for (int i = 1; i <= count; i++) {
            coroutines.add(new Definition("c" + i, parameters(), i));
        }
        count = decisions.below(aims.contains(Area.GENERATORS) ? 3 : 2);
        for (int i = 1; i <= count; i++) {
            List<Kind> parameters = decisions.once(3) ? List.of(Kind.NUMBER) : List.of();
            generators.add(new Definition("gen" + i, parameters, i + 1));
        }
        count = decisions.below(2);
        for (int i = 1; i <= count; i++) {
            List<Kind> parameters = decisions.once(2) ? List.of(Kind.NUMBER) : List.of();
            functions.add(new Definition("fun" + i, parameters, i + 1));
        }
    }

    private List<Kind> parameters() {
        List<Kind> parameters = new ArrayList<>();
        int count = decisions.of(0, 0, 1, 2);
        for (int i = 0; i < count; i++) {
            parameters.add(decisions.of(PARAMETERS));
        }
        return parameters;
    }

    /** How likely a rule is: more so if the scenario aims at its area. */
    int weight(Rule rule) {
        return rule.likelihood().weight()
                * (aims.contains(rule.likelihood().area()) ? AIMED_AT : 1);
    }
}
