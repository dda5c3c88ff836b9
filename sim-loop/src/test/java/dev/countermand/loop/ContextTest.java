package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContextTest {
    private final Trial t = Trial.begin();
    private final ContextVar<String> variable = new ContextVar<>("variable");
    private final Context context = new Context();

    private String value() {
        return variable.getOr("unset");
    }

    /** Each number sets one of five variables, in turn to a new value; a map is the model. */
    @Property(tries = 200, seed = "20261122")
    void aContextIsAMapAndUndoingAllTokensEmptiesIt(
            @ForAll @Size(max = 20) List<@IntRange(max = 4) Integer> sets) {
        List<ContextVar<Integer>> variables = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            variables.add(new ContextVar<>("v" + i));
        }
        Context own = new Context();
        Map<Integer, Integer> model = new LinkedHashMap<>();
        List<Runnable> undo = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            ContextVar<Integer> one = variables.get(sets.get(i));
            ContextVar.Token<Integer> token = one.set(own, i);
            undo.add(0, () -> one.reset(own, token));
            model.put(sets.get(i), i);
        }
        for (int i = 0; i < 5; i++) {
            Integer expected = model.get(i);
            assertThat(variables.get(i).get(own).map(ContextVar.Value::value).orElse(null))
                    .isEqualTo(expected);
        }
        Context copy = own.copy();
        undo.forEach(Runnable::run);
        for (int i = 0; i < 5; i++) {
            assertThat(variables.get(i).get(own)).isEmpty();
            assertThat(variables.get(i).get(copy).isPresent()).isEqualTo(model.containsKey(i));
        }
    }

    @Test
    void undoingOneVariableLeavesTheOthersThatWereSetAfterIt() {
        ContextVar<String> other = new ContextVar<>("other");
        ContextVar.Token<String> token = variable.set(context, "one");
        other.set(context, "two");
        variable.reset(context, token);
        assertThat(variable.get(context)).isEmpty();
        assertThat(other.get(context).orElseThrow().value()).isEqualTo("two");
    }

    @Test
    void nullIsAValueToo() {
        variable.set(context, null);
        assertThat(variable.get(context).orElseThrow().value()).isNull();
        assertThat(variable).hasToString("variable");
    }

    @Test
    void aTokenIsForOneVariableOneContextAndOneUse() {
        ContextVar.Token<String> token = variable.set(context, "x");
        assertThatExceptionOfType(ValueError.class)
                .isThrownBy(() -> new ContextVar<String>("other").reset(context, token))
                .withMessageContaining("different ContextVar");
        assertThatExceptionOfType(ValueError.class)
                .isThrownBy(() -> variable.reset(new Context(), token))
                .withMessageContaining("different Context");
        variable.reset(context, token);
        assertThatExceptionOfType(RuntimeError.class)
                .isThrownBy(() -> variable.reset(context, token))
                .withMessageContaining("already been used once");
    }

    @Test
    void aTaskSeesItsCreatorsValuesAndItsOwnStayInside() {
        t.run(script("main")
                .run(() -> variable.set("main's"))
                .await(() -> t.spawn(script("child").pause(1)
                        .run(() -> t.say(value())).run(() -> variable.set("child's"))
                        .run(() -> t.say(value()))))
                .run(() -> t.say(value())));
        assertThat(t.log()).containsExactly("main's", "child's", "main's");
    }

    @Test
    void tasksThatAreGivenOneContextShareItsValues() {
        for (String name : List.of("one", "two")) {
            t.loop().createTask(script(name).pause(1).run(() -> t.say(value()))
                    .run(() -> variable.set(name)), new TaskOptions(name, context, null));
        }
        t.run(script("main").pause(3));
        assertThat(t.log()).containsExactly("unset", "one");
        assertThat(variable.get(context).orElseThrow().value()).isEqualTo("two");
    }

    @Test
    void aDoneCallbackChangesACopyAndNotTheContextOfWhoRegisteredIt() {
        Future<Object> future = t.future();
        t.run(script("main").run(() -> variable.set("main's"))
                .run(() -> future.addDoneCallback(done -> variable.set("callback's")))
                .run(() -> future.setResult(1)).pause(2).run(() -> t.say(value())));
        assertThat(t.log()).containsExactly("main's");
    }

    @Test
    void aCallbackRunsInACopyOrInTheVeryContextItIsGiven() {
        Handle handle = t.loop().callSoon(() -> variable.set("soon's"), context);
        assertThat(handle.context()).isSameAs(context);
        t.run(script("main").run(() -> variable.set("main's"))
                .run(() -> t.loop().callLater(1, () -> t.say(value())))
                .run(() -> variable.set("changed")).sleep(2));
        assertThat(t.log()).containsExactly("main's");
        assertThat(variable.get(context).orElseThrow().value()).isEqualTo("soon's");
    }

    @Test
    void undoingASecondSetBringsTheFirstValueBack() {
        variable.set(context, "first");
        ContextVar.Token<String> token = variable.set(context, "second");
        variable.reset(context, token);
        assertThat(variable.get(context).orElseThrow().value()).isEqualTo("first");
    }
}
