package org.parley.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/** A real MongoDB and a broker of the Kafka project, where Docker answers. One of each per JVM. */
final class Containers {

    private static @Nullable Containers chosen;

    private final MongoDBContainer store = new MongoDBContainer("mongo:8.0.4") {
        // No context may stop what the others use; Testcontainers ends it with the JVM.
        @Override
        public void stop() {}
    };
    private final KafkaContainer broker = new KafkaContainer("apache/kafka:4.3.1") {
        @Override
        public void stop() {}
    };

    private Containers() {
        broker.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    }

    static @Nullable Containers whereDockerAnswers() {
        if (!mayAnswer() || !DockerClientFactory.instance().isDockerAvailable()) {
            return null;
        }
        var containers = new Containers();
        try {
            Startables.deepStart(containers.store, containers.broker).join();
        } catch (RuntimeException e) {
            // an image that can't be fetched, for instance: better embedded parts than no tests
            System.err.println("Docker answers, but starts no containers for the tests: " + e.getMessage());
            return null;
        }
        chosen = containers;
        return containers;
    }

    /** Asking costs seconds and a page of stack traces where there is nothing to ask. */
    private static boolean mayAnswer() {
        var runtime = System.getenv("XDG_RUNTIME_DIR");
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"))
                || (runtime != null && Files.exists(Path.of(runtime, "docker.sock")));
    }

    Part store() {
        return new Part("container " + store.getDockerImageName(), store.getConnectionString(), null);
    }

    Part broker() {
        return new Part("container " + broker.getDockerImageName(), broker.getBootstrapServers(), null);
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(WhereChosen.class)
    static class Connections {

        @Bean
        @ServiceConnection
        @Conditional(StoreNotNamed.class)
        MongoDBContainer store() {
            return containers().store;
        }

        @Bean
        @ServiceConnection
        @Conditional(BrokerNotNamed.class)
        KafkaContainer broker() {
            return containers().broker;
        }

        private static Containers containers() {
            if (chosen == null) {
                throw new IllegalStateException("no containers were chosen");
            }
            return chosen;
        }
    }

    static final class WhereChosen implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return chosen != null;
        }
    }

    static final class StoreNotNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Backing.store().isContainer();
        }
    }

    static final class BrokerNotNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Backing.broker().isContainer();
        }
    }
}
