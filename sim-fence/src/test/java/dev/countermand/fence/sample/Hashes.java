package dev.countermand.fence.sample;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks for identity hashes, by name and by way of hash tables. */
public final class Hashes {
    private final Map<Node, String> names = // fence: makes a HashMap of Hashes.Node
            new HashMap<>();
    private final Map<String, Node> byName = new HashMap<>();

    /** Has the hash of Object. */
    public static final class Node {}

    /** Has the hash of what is in it. */
    public record Key(String text) {}

    /** Has the hash of Object too. */
    public enum Colour {
        /** One. */
        RED
    }

    /** Fills some tables. */
    public List<Object> tables() {
        Set<Node> nodes = new HashSet<>(); // fence: makes a HashSet of Hashes.Node
        nodes.add(new Node());
        Set<Key> keys = new HashSet<>();
        Set<Node> ordered = new LinkedHashSet<>();
        Map<Colour, Key> colours = // fence: makes a ConcurrentHashMap of Hashes.Colour
                new ConcurrentHashMap<>();
        Object identity = new IdentityHashMap<>(); // fence: makes a IdentityHashMap
        int hash = System.identityHashCode(this); // fence: calls System.identityHashCode
        return List.of(nodes, keys, ordered, colours, identity, hash, names, byName, returned());
    }

    private static Set<Node> returned() {
        return new HashSet<>(); // fence: makes a HashSet of Hashes.Node
    }
}
