package org.parley.starter.topics;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Creates the topics a service names in `parley.topics` before its bindings start. A broker that is away does not stop
 * the start: creation goes on in the background until it answers.
 */
final class TopicCreation implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> admin;
    private final List<NewTopic> topics;
    private final CountDownLatch closed = new CountDownLatch(1);

    TopicCreation(Map<String, Object> admin, TopicNames names, String[] wanted) {
        var contracts = wanted.length == 0 ? null : new TopicContracts();
        this.admin = admin;
        this.topics = contracts == null
                ? List.of()
                : Arrays.stream(wanted)
                        .map(name -> contracts.topic(name, names.physical(name)))
                        .toList();
        this.admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    @Override
    public void afterPropertiesSet() {
        if (!topics.isEmpty() && !created()) {
            Thread.ofVirtual().name("topic-creation").start(this::keepTrying);
        }
    }

    private void keepTrying() {
        try {
            while (!closed.await(3, TimeUnit.SECONDS) && !created()) {
                log.warn("Kafka does not answer; topics will be created as soon as it does");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() {
        try (var client = Admin.create(admin)) {
            var results = client.createTopics(topics).values();
            for (var entry : results.entrySet()) {
                try {
                    entry.getValue().get();
                    log.info("Created topic {}", entry.getKey());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        log.warn("Topic {} could not be created: {}", entry.getKey(), String.valueOf(e.getCause()));
                        return false;
                    }
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() {
        closed.countDown();
    }
}
