package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.Task;
import dev.countermand.loop.kit.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {
    private final Trial t = Trial.begin();
    private final Event event = new Event();

    @Test
    void aWaiterGoesOnThoughItIsClearedBeforeTheWaiterRuns() {
        t.spawn(script("waiter").await(event::waitFor, value -> t.say("waited " + value)));
        t.run(script("main").pause(1).run(event::set).run(event::clear).pause(2));
        assertThat(t.log()).containsExactly("waited true");
        assertThat(event.isSet()).isFalse();
    }

    @Test
    void itWakesEverybodyInOrder() {
        for (String name : List.of("a", "b", "c")) {
            t.spawn(script(name).await(event::waitFor).run(t.saying(name)));
        }
        t.run(script("main").pause(1).run(event::set).pause(1));
        assertThat(t.log()).containsExactly("a", "b", "c");
    }

    @Test
    void oneThatIsSetLetsEverybodyThroughUntilItIsCleared() {
        assertThat(event.isSet()).isFalse();
        event.set();
        event.set();
        assertThat(event.isSet()).isTrue();
        t.run(script("main").await(event::waitFor, t::say));
        event.clear();
        assertThat(event.isSet()).isFalse();
        assertThat(t.log()).containsExactly("true");
    }

    @Test
    void aWaiterThatGaveUpDoesNotHinderTheOthers() {
        Task<Object> first = t.spawn(script("first").await(event::waitFor).run(t.saying("first")));
        t.spawn(script("second").await(event::waitFor).run(t.saying("second")));
        t.run(script("main").pause(1).run(first::cancel).run(event::set).pause(2));
        assertThat(first.isCancelled()).isTrue();
        assertThat(t.log()).containsExactly("second");
    }

    @Test
    void setAndClearedAndSetAgainItWakesAWaiterOnce() {
        t.spawn(script("waiter").await(event::waitFor).run(t.saying("woken")));
        t.run(script("main").pause(1).run(event::set).run(event::clear)
                .run(event::set).run(event::set).pause(3));
        assertThat(t.log()).containsExactly("woken");
    }
}
