package org.parley.starter.consume;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the consumers when the service is ready, beside it. Spring Cloud Stream starts them before the web server, and
 * asks a broker that is away for many minutes: a service that is restarted meanwhile could take nothing in. What would have
 * ended the start makes the service's liveness fail instead, so that whoever watches it starts it anew.
 */
final class LateBindings extends InputBindingLifecycle implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(LateBindings.class);
    private static final String NAME = "inputBindingLifecycle";

    private final AtomicBoolean begun = new AtomicBoolean();

    LateBindings(BindingService bindings, Map<String, Bindable> bindables) {
        super(bindings, bindables);
    }

    /** Puts this in the place of Spring Cloud Stream's own. */
    static BeanDefinitionRegistryPostProcessor inPlace() {
        return registry -> {
            if (registry.containsBeanDefinition(NAME)) {
                registry.removeBeanDefinition(NAME);
                var definition = new RootBeanDefinition(LateBindings.class);
                definition.setAutowireMode(RootBeanDefinition.AUTOWIRE_CONSTRUCTOR);
                definition.setDependsOn("bindingService");
                definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
                registry.registerBeanDefinition(NAME, definition);
            }
        };
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** The binder's own contexts tell of theirs, too. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (begun.compareAndSet(false, true)) {
            Thread.ofVirtual().name("bindings").start(() -> start(ready.getApplicationContext()));
        }
    }

    private void start(ConfigurableApplicationContext context) {
        try {
            start();
        } catch (RuntimeException e) {
            log.error("The consumers can't be started", e);
            AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
        }
    }
}
