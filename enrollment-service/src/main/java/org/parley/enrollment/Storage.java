package org.parley.enrollment;

import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.DocumentsFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service keeps. A training leads; certificates, and the list of them per officer, follow. */
@Configuration
class Storage {

    private static final String TOPIC = "parley.enrollment.v1";

    @Bean
    Documents<Training> trainingDocuments(DocumentsFactory documents) {
        return documents.of("trainings", Training.class, TOPIC);
    }

    @Bean
    Documents<Certificate> certificateDocuments(DocumentsFactory documents) {
        return documents.of("certificates", Certificate.class, TOPIC);
    }

    @Bean
    Documents<HeldCertificates> officerDocuments(DocumentsFactory documents) {
        return documents.of("officers", HeldCertificates.class, TOPIC);
    }
}
