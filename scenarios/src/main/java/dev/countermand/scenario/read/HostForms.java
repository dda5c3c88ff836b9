package dev.countermand.scenario.read;

import static dev.countermand.scenario.read.Fields.ARGS;
import static dev.countermand.scenario.read.Fields.CORO;
import static dev.countermand.scenario.read.Fields.TEXT;
import static dev.countermand.scenario.read.Fields.VALUE;

import dev.countermand.scenario.model.HostOperation;
import java.util.List;

/** What the host can do outside the loop. */
final class HostForms {

    private HostForms() {}

    static List<Form<HostOperation>> all() {
        return List.of(
                form("enter").makes(f -> new HostOperation.Enter(f.pointer())),
                form("exit").makes(f -> new HostOperation.Exit(f.pointer())),
                form("run", CORO, ARGS.optional())
                        .makes(f -> new HostOperation.Run(f.pointer(), Calls.coroutine(f))),
                form("get_loop").makes(f -> new HostOperation.GetLoop(f.pointer())),
                form("close").makes(f -> new HostOperation.Close(f.pointer())),
                form("asyncio_run", CORO).makes(f -> new HostOperation.AsyncioRun(
                        f.pointer(), Calls.coroutineWithoutArguments(f))),
                form("log", TEXT, VALUE.optional()).makes(f ->
                        new HostOperation.Log(f.pointer(), f.get(TEXT), f.find(VALUE))));
    }

    private static FormHead form(String name, Field<?>... fields) {
        return FormHead.of(name, "the host operation " + Wording.quote(name), fields);
    }
}
