package org.parley.starter.topics;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

@AutoConfiguration(before = KafkaAutoConfiguration.class)
class TopicsAutoConfiguration {

    @Bean
    TopicNames topicNames(@Value("${parley.topic-prefix}") String prefix) {
        return new TopicNames(prefix);
    }

    @Bean
    TopicCreation topicCreation(KafkaProperties kafka, TopicNames names, Environment environment) {
        var wanted = Binder.get(environment)
                // A list in YAML as well as names with commas between them.
                .bind("parley.topics", String[].class)
                .orElse(new String[0]);
        return new TopicCreation(kafka.buildAdminProperties(), names, wanted);
    }
}
