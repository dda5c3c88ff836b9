package dev.countermand.scenario.reduction;

import dev.countermand.loop.AccessSink;
import dev.countermand.loop.Handle;
import java.util.function.Predicate;

/** Passes everything on but the uses of some objects: what a forgotten report would be. */
record DeafTo(Predicate<Object> objects, AccessSink sink) implements AccessSink {
    @Override
    public void made(Object object) {
        sink.made(object);
    }

    @Override
    public void read(Object object) {
        if (!objects.test(object)) {
            sink.read(object);
        }
    }

    @Override
    public void write(Object object) {
        if (!objects.test(object)) {
            sink.write(object);
        }
    }

    @Override
    public void touchedEverything() {
        sink.touchedEverything();
    }

    @Override
    public void queued(Handle handle) {
        sink.queued(handle);
    }

    @Override
    public void iterationBegins(long nanos, int handles) {
        sink.iterationBegins(nanos, handles);
    }

    @Override
    public void stepBegins(Handle handle, long nanos) {
        sink.stepBegins(handle, nanos);
    }

    @Override
    public void outsideBegins(String what, Object subject, long nanos) {
        sink.outsideBegins(what, subject, nanos);
    }

    @Override
    public void outsideMayHappen() {
        sink.outsideMayHappen();
    }

    @Override
    public void stepEnds() {
        sink.stepEnds();
    }

    @Override
    public void cutOff(long limit) {
        sink.cutOff(limit);
    }

    @Override
    public void stops() {
        sink.stops();
    }

    @Override
    public void loopEnds() {
        sink.loopEnds();
    }
}
