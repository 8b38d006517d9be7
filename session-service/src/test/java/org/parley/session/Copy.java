package org.parley.session;

import java.util.stream.Stream;
import org.parley.testing.Backing;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** A copy of the service beside others on the same store and broker. */
record Copy(ConfigurableApplicationContext context) implements AutoCloseable {

    /** @param more settings of its own, as {@code name=value} */
    static Copy started(String scope, String... more) {
        var settings = Backing.settings(scope, "session-service").entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
        var own = Stream.of(more).map(setting -> "--" + setting);
        return new Copy(new SpringApplicationBuilder(SessionApplication.class)
                .run(Stream.of(Stream.of("--server.port=0"), settings, own)
                        .flatMap(all -> all)
                        .toArray(String[]::new)));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** From now on it writes and sends nothing, like a process that dies in between. */
    Copy withoutRelay() {
        context.getBean("relay", SmartLifecycle.class).stop();
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
