package org.parley.session.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.session.CertificateTerm;
import org.parley.session.Certificates;
import org.parley.session.KnownReferral;
import org.parley.session.Meetings;
import org.parley.starter.consume.Consumption;
import org.parley.starter.consume.EventJson;
import org.parley.starter.consume.ForeignStates;
import org.parley.starter.consume.Newer;
import org.parley.starter.consume.Received;
import org.parley.starter.consume.Refusal;
import org.parley.starter.consume.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The consumers of this service. One record that can't be read never keeps its neighbours back. */
@Configuration
class InboundEvents {

    private static final Set<String> CERTIFICATE =
            Set.of("org.parley.certificate.issued.v1", "org.parley.certificate.revoked.v1");
    private static final Pattern OTHER_ENROLLMENT =
            Pattern.compile("org\\.parley\\.((training|enrollment|evaluation)\\..+|certificate\\.renewal-due\\.v1)");
    private static final Pattern REFERRAL = Pattern.compile("org\\.parley\\.referral\\.[a-z-]+\\.v1");

    private final EventJson json;

    InboundEvents(EventJson json) {
        this.json = json;
    }

    @Bean
    Consumer<Message<List<Object>>> enrollmentEvents(
            Consumption consumption, Certificates certificates, Meetings meetings) {
        return consumption.batches(records -> {
            var terms = new ArrayList<CertificateTerm>();
            var refusals = each(records, record -> {
                if (CERTIFICATE.contains(record.type())) {
                    terms.add(json.read(record, CertificateIssued.class).toTerm(sequence(record)));
                } else if (!OTHER_ENROLLMENT.matcher(record.type()).matches()) {
                    throw unknown(record);
                }
            });
            certificates.learn(terms);
            meetings.certified(terms.stream().map(CertificateTerm::officer).collect(Collectors.toSet()));
            return refusals;
        });
    }

    @Bean
    Consumer<Message<List<Object>>> referralEvents(
            Consumption consumption, ForeignStates<KnownReferral> referrals, Meetings meetings) {
        return consumption.batches(records -> {
            var news = new ArrayList<Newer<KnownReferral>>();
            var refusals = each(records, record -> {
                if (!REFERRAL.matcher(record.type()).matches()) {
                    throw unknown(record);
                }
                news.add(json.read(record, ReferralChanged.class).toNewer(sequence(record)));
            });
            referrals.apply(news);
            meetings.heardOf(news.stream().map(Newer::id).collect(Collectors.toSet()));
            return refusals;
        });
    }

    private static List<Refusal> each(List<Received> records, Consumer<Received> work) {
        var refusals = new ArrayList<Refusal>();
        for (var record : records) {
            try {
                work.accept(record);
            } catch (Refused refused) {
                refusals.add(Refusal.of(record, refused));
            }
        }
        return refusals;
    }

    private static long sequence(Received record) {
        if (record.sequence() < 1) {
            throw new Refused("SCHEMA", "ce_sequence must be a number from 1 on");
        }
        return record.sequence();
    }

    private static Refused unknown(Received record) {
        return new Refused("UNKNOWN_TYPE", "No such type or version here: " + record.type());
    }
}
