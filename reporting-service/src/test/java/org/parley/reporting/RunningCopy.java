package org.parley.reporting;

import java.util.stream.Stream;
import org.parley.testing.Backing;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A copy of the service, started as by hand. */
public record RunningCopy(ConfigurableApplicationContext context) implements AutoCloseable {

    /** As arguments, because those stand above application.yml. */
    public static RunningCopy in(String scope) {
        var arguments = Stream.concat(
                        Stream.of("--server.port=0"),
                        Backing.settings(scope, "reporting-service").entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()))
                .toArray(String[]::new);
        return new RunningCopy(new SpringApplicationBuilder(ReportingApplication.class).run(arguments));
    }

    public Api api() {
        return Api.analyst(port());
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
