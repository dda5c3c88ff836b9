package dev.countermand.junit;

import dev.countermand.junit.run.TestProgram;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Runs a test method as JUnit would, from a new instance on, once for each schedule. */
final class RunsOfTest implements TestProgram.TestBody {
    private final ExtensionContext context;
    private final List<@Nullable Object> arguments;
    private final List<Object> patterns;
    private final TemporaryFolders folders;
    private @Nullable Explore explore;
    private @Nullable Injection injection;

    RunsOfTest(ExtensionContext context, List<@Nullable Object> arguments) {
        this.context = context;
        this.arguments = arguments;
        this.patterns = context.getRequiredTestInstances().getAllInstances();
        this.folders = TemporaryFolders.of(context.getRequiredTestMethod(), arguments, patterns);
    }

    /** The objects of the run that is being made. */
    Injection injection() {
        return injection == null ? Injection.outsideARun() : injection;
    }

    @Override
    public void begin(Simulation world) {
        folders.empty();
        explore = new Explore(world);
        injection = null;
    }

    @Override
    public void run(Simulation world) throws Throwable {
        Explore own = explore == null ? new Explore(world) : explore;
        injection = new Injection(world, SimLoop.running(), own);
        List<Object> instances = new ArrayList<>();
        for (Object pattern : patterns) {
            Object outer = instances.isEmpty() ? null : instances.get(instances.size() - 1);
            instances.add(Instances.like(pattern, outer, context));
        }
        Throwable failure = null;
        try {
            for (Object instance : instances) {
                callAll(instance, BeforeEach.class, HierarchyTraversalMode.TOP_DOWN);
            }
            callTest(instances.get(instances.size() - 1));
        } catch (Throwable error) {
            failure = error;
        }
        Collections.reverse(instances);
        for (Object instance : instances) {
            try {
                callAll(instance, AfterEach.class, HierarchyTraversalMode.BOTTOM_UP);
            } catch (Throwable error) {
                if (failure == null) {
                    failure = error;
                } else if (failure != error) {
                    failure.addSuppressed(error);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void end() {
        if (explore != null) {
            explore.atEnd();
        }
    }

    private void callAll(Object instance, Class<? extends java.lang.annotation.Annotation> when,
            HierarchyTraversalMode order) {
        for (Method method : AnnotationSupport.findAnnotatedMethods(
                instance.getClass(), when, order)) {
            boolean isStatic = Modifier.isStatic(method.getModifiers());
            context.getExecutableInvoker().invoke(method, isStatic ? null : instance);
        }
    }

    private void callTest(Object instance) throws Throwable {
        Method method = context.getRequiredTestMethod();
        Parameter[] parameters = method.getParameters();
        @Nullable Object[] given = new @Nullable Object[parameters.length];
        for (int i = 0; i < given.length; i++) {
            Class<?> type = parameters[i].getType();
            given[i] = Injection.isOurs(type) ? injection().get(type) : arguments.get(i);
        }
        Instances.call(method, instance, given);
    }
}
