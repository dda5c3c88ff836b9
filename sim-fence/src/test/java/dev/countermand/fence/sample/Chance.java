package dev.countermand.fence.sample;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Draws random numbers that no seed decides, and some that one does. */
public final class Chance {
    private static final Random KEPT = // fence: keeps a random generator in the static field KEPT
            new Random(7);

    private Chance() {}

    /** A generator that forgets to take a seed. */
    public static final class Dice extends Random {
        private static final long serialVersionUID = 1;

        /** Makes one. */
        public Dice() {
            super(); // fence: makes a Random
        }
    }

    /** Draws. */
    public static List<Object> draw(List<String> names, RandomGenerator seeded) {
        double one = Math.random(); // fence: calls Math.random
        double two = StrictMath.random(); // fence: calls StrictMath.random
        Random random = new Random(); // fence: makes a Random
        SplittableRandom split = // fence: makes a SplittableRandom
                new SplittableRandom();
        int local = ThreadLocalRandom
                .current() // fence: calls ThreadLocalRandom.current
                .nextInt();
        SecureRandom secure = new SecureRandom(); // fence: makes a SecureRandom
        UUID id = UUID.randomUUID(); // fence: calls UUID.randomUUID
        List<String> mixed = new ArrayList<>(names);
        Collections.shuffle(mixed); // fence: calls Collections.shuffle
        Collections.shuffle(mixed, new Random(1));
        RandomGenerator any =
                RandomGenerator.getDefault(); // fence: calls RandomGenerator.getDefault
        RandomGenerator made = RandomGeneratorFactory.getDefault()
                .create(); // fence: calls RandomGeneratorFactory.create
        RandomGenerator repeatable = RandomGeneratorFactory.getDefault().create(3);
        return List.of(one, two, random, split, local, secure, id, mixed, any, made, repeatable,
                new UUID(seeded.nextLong(), seeded.nextLong()), KEPT, new Random(2));
    }
}
