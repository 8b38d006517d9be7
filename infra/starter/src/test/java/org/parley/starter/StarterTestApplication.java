package org.parley.starter;

import java.util.List;
import java.util.function.Consumer;
import org.parley.starter.consume.Consumption;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.DocumentsFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** A service as small as can be: things that are counted, told of, and heard of. */
@SpringBootApplication
public class StarterTestApplication {

    @Bean
    Documents<Thing> storedThings(DocumentsFactory documents) {
        return documents.of("things", Thing.class, "things.v1");
    }

    @Bean
    Consumer<Message<List<Object>>> things(Consumption consumption, HeardThings heard) {
        return consumption.batches(heard);
    }
}
