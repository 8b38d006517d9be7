package org.parley.testing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Sets the backing parts into a context, before everything else. Slice tests can name it by themselves. */
public final class BackingInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var scope = Backing.newScope();
        Map<String, Object> settings =
                new HashMap<>(Backing.settings(scope, environment.getProperty("spring.application.name", "parley")));
        environment.getPropertySources().addFirst(new MapPropertySource("parley-testing", settings));
        context.getBeanFactory().registerSingleton("topics", new Topics(scope + "."));
    }
}
