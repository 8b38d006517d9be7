package org.parley.enrollment;

import com.mongodb.client.MongoCollection;
import java.util.stream.Stream;
import org.bson.Document;
import org.parley.testing.Backing;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A copy of the service beside others on the same store and broker. */
record Copy(ConfigurableApplicationContext context) implements AutoCloseable {

    static Copy started(String scope) {
        var settings = Backing.settings(scope, "enrollment-service").entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
        return new Copy(new SpringApplicationBuilder(EnrollmentApplication.class)
                .run(Stream.concat(Stream.of("--server.port=0"), settings).toArray(String[]::new)));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    MongoCollection<Document> trainings() {
        return context.getBean(MongoTemplate.class).getCollection("trainings");
    }

    /** From now on it writes and sends nothing, like a process that dies in between. */
    Copy withoutRelay() {
        context.getBean("relay", SmartLifecycle.class).stop();
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
