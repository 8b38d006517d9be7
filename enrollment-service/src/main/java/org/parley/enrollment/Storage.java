package org.parley.enrollment;

import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.DocumentsFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What this service keeps. A training leads; certificates, and the list of them per officer, follow. An officer's claim
 * of a seat, and the catalogue's entry, come before the training.
 */
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
    Documents<SeatClaim> seatClaimDocuments(DocumentsFactory documents) {
        return documents.of("seat-claims", SeatClaim.class, TOPIC);
    }

    @Bean
    Documents<CatalogueMonth> catalogueDocuments(DocumentsFactory documents) {
        return documents.of("catalogue", CatalogueMonth.class, TOPIC);
    }

    @Bean
    Documents<HeldCertificates> officerDocuments(DocumentsFactory documents) {
        return documents.of("officers", HeldCertificates.class, TOPIC);
    }
}
