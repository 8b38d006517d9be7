package org.parley.enrollment.officers;

import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.DocumentsFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nothing is told of an officer; what is wanted of these documents is that one writer wins. */
@Configuration(proxyBeanMethods = false)
class OfficerStorage {

    @Bean
    Documents<Officer> rosterDocuments(DocumentsFactory documents) {
        return documents.of("roster", Officer.class, "parley.enrollment.v1");
    }
}
