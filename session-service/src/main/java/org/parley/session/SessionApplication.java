package org.parley.session;

import org.parley.starter.consume.ForeignStates;
import org.parley.starter.consume.ForeignStatesFactory;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.DocumentsFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@ConfigurationPropertiesScan
class SessionApplication {

    private static final String TOPIC = "parley.sessions.v1";

    public static void main(String[] args) {
        SpringApplication.run(SessionApplication.class, args);
    }

    @Bean
    Documents<Session> sessions(DocumentsFactory documents) {
        return documents.of("sessions", Session.class, TOPIC);
    }

    @Bean
    Documents<MicroIntervention> microInterventions(DocumentsFactory documents) {
        return documents.of("micro-interventions", MicroIntervention.class, TOPIC);
    }

    @Bean
    ForeignStates<KnownReferral> referrals(ForeignStatesFactory foreign) {
        return foreign.of("referrals", KnownReferral.class);
    }
}
