package dev.countermand.explore.dpor;

import dev.countermand.loop.AccessSink;
import dev.countermand.loop.Handle;
import java.util.function.Consumer;

/** Passes everything on to a recorder, and tells somebody of each step before it does. */
final class StepListener implements AccessSink {
    private final RunRecorder recorder;
    private final Consumer<Handle> listener;

    StepListener(RunRecorder recorder, Consumer<Handle> listener) {
        this.recorder = recorder;
        this.listener = listener;
    }

    @Override
    public void stepBegins(Handle handle, long nanos) {
        listener.accept(handle);
        recorder.stepBegins(handle, nanos);
    }

    @Override
    public void made(Object object) {
        recorder.made(object);
    }

    @Override
    public void read(Object object) {
        recorder.read(object);
    }

    @Override
    public void write(Object object) {
        recorder.write(object);
    }

    @Override
    public void touchedEverything() {
        recorder.touchedEverything();
    }

    @Override
    public void queued(Handle handle) {
        recorder.queued(handle);
    }

    @Override
    public void iterationBegins(long nanos, int handles) {
        recorder.iterationBegins(nanos, handles);
    }

    @Override
    public void outsideBegins(String what, Object subject, long nanos) {
        recorder.outsideBegins(what, subject, nanos);
    }

    @Override
    public void outsideMayHappen() {
        recorder.outsideMayHappen();
    }

    @Override
    public void stepEnds() {
        recorder.stepEnds();
    }

    @Override
    public void cutOff(long limit) {
        recorder.cutOff(limit);
    }

    @Override
    public void stops() {
        recorder.stops();
    }

    @Override
    public void loopEnds() {
        recorder.loopEnds();
    }
}
