package dev.countermand.concurrent;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.RandomStream;
import java.util.random.RandomGenerator;

/**
 * Random numbers as choices of the schedule.
 *
 * <p>Each draw is a choice among {@value #DRAWS} draws. Answer 0 is the next number of one fixed
 * stream, not the number 0, so that a program that draws until it has two different numbers ends in
 * the undisturbed run too. The other answers give other numbers.
 */
final class ChosenRandom implements RandomGenerator {
    private static final int DRAWS = 256;

    private static final Alternatives ABOUT = new Alternatives() {
        @Override
        public String label() {
            return "random";
        }

        @Override
        public String describe(int picked) {
            return "draw " + picked;
        }
    };

    private final Choices choices;
    private final RandomStream fixed = new RandomStream(0);

    ChosenRandom(Choices choices) {
        this.choices = choices;
    }

    @Override
    public long nextLong() {
        long usual = fixed.nextLong();
        int draw = choices.choose(ChoiceKind.CHOOSE, ABOUT, DRAWS);
        return draw == 0 ? usual : RandomStream.of(usual, "draw " + draw).nextLong();
    }
}
