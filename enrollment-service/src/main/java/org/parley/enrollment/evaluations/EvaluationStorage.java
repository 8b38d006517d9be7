package org.parley.enrollment.evaluations;

import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.DocumentsFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvaluationStorage {

    @Bean
    Documents<Evaluation> evaluationDocuments(DocumentsFactory documents) {
        return documents.of("evaluations", Evaluation.class, "parley.enrollment.v1");
    }
}
