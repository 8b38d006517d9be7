package org.parley.starter.topics;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
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
        var wanted = environment.getProperty("parley.topics", String[].class, new String[0]);
        return new TopicCreation(kafka.buildAdminProperties(), names, wanted);
    }
}
