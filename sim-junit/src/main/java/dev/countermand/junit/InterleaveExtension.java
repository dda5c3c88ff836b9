package dev.countermand.junit;

import dev.countermand.junit.run.Exploration;
import dev.countermand.junit.run.Options;
import dev.countermand.junit.run.TestFailed;
import dev.countermand.junit.run.TestName;
import dev.countermand.junit.run.TestProgram;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Takes the place of JUnit's one call of a test method: explores it, and gives JUnit one result.
 *
 * <p>JUnit makes its own test instance and resolves the parameters; both are only patterns here.
 * Each run gets an instance of its own, on which the methods before and after the test are called
 * as well, so JUnit's own calls of those are left out.
 */
final class InterleaveExtension
        implements TestTemplateInvocationContextProvider, InvocationInterceptor, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(InterleaveExtension.class);

    /** How JUnit's ids of invocations begin. */
    private static final String INVOCATION = "test-template-invocation:#";

    /** Stands alone only if nothing else says how often the test is to be invoked. */
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        AnnotatedElement method = context.getRequiredTestMethod();
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType())
                .filter(type -> !AnnotationSupport.isAnnotated(type, Interleave.class)
                        && type != Interleave.class)
                .noneMatch(type -> AnnotationSupport.isAnnotated(type, TestTemplate.class));
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        String shown = context.getDisplayName();
        return Stream.of(new TestTemplateInvocationContext() {
            @Override
            public String getDisplayName(int invocationIndex) {
                return shown;
            }
        });
    }

    /** The code of a constructor may use a loop, so JUnit's own instance is made on one as well. */
    @Override
    public <T> T interceptTestClassConstructor(Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        return Instances.onALoop(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        invocation.skip();
    }

    @Override
    public void interceptAfterEachMethod(Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        invocation.skip();
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        Interleave attributes = AnnotationSupport
                .findAnnotation(context.getRequiredTestMethod(), Interleave.class)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "expected @Interleave at " + context.getRequiredTestMethod()));
        TestName name = name(context);
        OptionReader reader = new OptionReader(attributes, context);
        reader.checkInvocation(name);
        SearchThread<TestFailed> thread = new SearchThread<>();
        Options options = reader.read(thread);
        RunsOfTest runs = new RunsOfTest(context, method.getArguments());
        context.getStore(NAMESPACE).put(RunsOfTest.class, runs);
        Exploration exploration = new Exploration(name,
                new TestProgram(name.shown(), attributes.orders(), runs),
                options, Fences.of(context.getRequiredTestClass()));
        TestFailed failed = thread.run(exploration::run);
        Entries.publish(context, options, exploration, failed);
        if (failed != null) {
            throw InterleavingFailure.of(failed,
                    context.getRequiredTestClass(), context.getRequiredTestMethod());
        }
    }

    private TestName name(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        String packageName = type.getPackageName();
        String whole = type.getName();
        return new TestName(packageName,
                packageName.isEmpty() ? whole : whole.substring(packageName.length() + 1),
                context.getRequiredTestMethod().getName(), invocation(context));
    }

    /** The number of the invocation, 0 for a test that stands alone. */
    private int invocation(ExtensionContext context) {
        String[] parts = context.getUniqueId().split("[\\[\\]]");
        String last = parts[parts.length - 1];
        return last.startsWith(INVOCATION) && !supportsTestTemplate(context)
                ? Integer.parseInt(last.substring(INVOCATION.length())) : 0;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.isOurs(parameter.getParameter().getType());
    }

    /**
     * Gives the objects of the run that is being made. Before the first run JUnit asks for the
     * parameters of its own instance, which is made on a loop of its own, and of the test method,
     * which gets those of a world that is not run.
     */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunsOfTest runs = context.getStore(NAMESPACE).get(RunsOfTest.class, RunsOfTest.class);
        Injection now = runs == null ? Injection.outsideARun() : runs.injection();
        return now.get(parameter.getParameter().getType());
    }
}
