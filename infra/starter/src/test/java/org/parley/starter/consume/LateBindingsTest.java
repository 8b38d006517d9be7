package org.parley.starter.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.DefaultBinderTypeRegistry;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class LateBindingsTest {

    private final BindingService service = new BindingService(
            new BindingServiceProperties(),
            new DefaultBinderFactory(Map.of(), new DefaultBinderTypeRegistry(Map.of()), (binder, name) -> {}),
            JsonMapper.shared());

    @Test
    void failsItsLivenessWhenTheConsumersCanNotBeStarted() {
        var states = new CopyOnWriteArrayList<Object>();
        try (var context = new GenericApplicationContext()) {
            context.addApplicationListener(event -> {
                if (event instanceof AvailabilityChangeEvent<?> change) {
                    states.add(change.getState());
                }
            });
            context.refresh();

            new LateBindings(service, Map.of("broken", new Broken()))
                    .onApplicationEvent(
                            new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));

            await().untilAsserted(() -> assertThat(states).isEqualTo(List.of(LivenessState.BROKEN)));
        }
    }

    private static final class Broken implements Bindable {
        @Override
        public Collection<Binding<Object>> createAndBindInputs(BindingService bindings) {
            throw new IllegalStateException("no such binder");
        }
    }
}
