package org.parley.session;

import org.parley.starter.consume.ForeignStates;
import org.parley.starter.consume.ForeignStatesFactory;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.DocumentsFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service keeps: its own logs, and what it knows of referrals. */
@Configuration
class Storage {

    private static final String TOPIC = "parley.sessions.v1";

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
