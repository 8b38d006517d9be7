package org.parley.bench.peers.modulith;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

@SpringBootApplication
@EnableTransactionManagement
class Modulith {

    public static void main(String... arguments) {
        SpringApplication.run(Modulith.class, arguments);
    }

    @Bean
    EventExternalizationConfiguration externalization(@Value("${peer.topic}") String topic) {
        return EventExternalizationConfiguration.externalizing()
                .selectByType(ReferralSubmitted.class)
                .route(
                        ReferralSubmitted.class,
                        event -> RoutingTarget.forTarget(topic)
                                .andKey(event.referral().id()))
                .headers(
                        ReferralSubmitted.class,
                        event -> Map.of("ce_subject", event.referral().id(), "ce_sequence", "1"))
                .build();
    }

    /** As the contracts describe the topic of the referrals. */
    @Bean
    NewTopic topic(@Value("${peer.topic}") String topic) {
        return TopicBuilder.name(topic)
                .partitions(12)
                .config("retention.ms", "-1")
                .config("max.message.bytes", "2097152")
                .config("message.timestamp.type", "LogAppendTime")
                .build();
    }

    /** For a store that has no transactions. */
    @Bean
    @ConditionalOnProperty(name = "peer.transactions", havingValue = "false")
    PlatformTransactionManager transactionManager() {
        return new NoTransactions();
    }
}
