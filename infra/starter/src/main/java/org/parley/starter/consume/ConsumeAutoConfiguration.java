package org.parley.starter.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.parley.starter.topics.TopicNames;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration
class ConsumeAutoConfiguration {

    @Bean
    static BeanDefinitionRegistryPostProcessor lateBindings() {
        return LateBindings.inPlace();
    }

    @Bean
    EventJson eventJson(JsonMapper json) {
        return new EventJson(json);
    }

    @Bean
    Consumption consumption(
            TopicNames topics,
            Producer<String, byte[]> relayProducer,
            MeterRegistry meters,
            @Value("${spring.application.name}") String group,
            Environment environment) {
        var withoutContent = Binder.get(environment)
                .bind("parley.dead-letters.without-content", Bindable.setOf(String.class))
                .orElse(Set.of());
        return new Consumption(topics, new DeadLetters(relayProducer, topics, group, withoutContent, meters), meters);
    }

    @Bean
    ForeignStatesFactory foreignStatesFactory(MongoTemplate mongo, MeterRegistry meters) {
        return new ForeignStatesFactory(mongo, meters);
    }

    @Bean
    @ConditionalOnMissingBean
    ListenerContainerWithDlqAndRetryCustomizer retryInPlace() {
        return new RetryInPlace();
    }
}
