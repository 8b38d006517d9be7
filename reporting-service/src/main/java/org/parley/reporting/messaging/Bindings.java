package org.parley.reporting.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.parley.starter.consume.Consumption;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The functions behind the bindings of the same names; the topics stand in application.yml. */
@Configuration(proxyBeanMethods = false)
class Bindings {

    @Bean
    Consumer<Message<List<Object>>> counted(Consumption consumption, CountedEvents events) {
        return consumption.batches(events);
    }

    @Bean
    Consumer<Message<List<Object>>> partials(Consumption consumption, PartialsReceived partials) {
        return consumption.batches(partials);
    }
}
