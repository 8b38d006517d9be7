package org.parley.referral.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.parley.starter.consume.Consumption;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The functions that application.yml binds to topics. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    @Bean
    Consumer<Message<List<Object>>> intakeRecords(Consumption consumption, Intake intake) {
        return consumption.batches(intake);
    }

    @Bean
    Consumer<Message<List<Object>>> sessionRecords(Consumption consumption, Sessions sessions) {
        return consumption.batches(sessions);
    }
}
