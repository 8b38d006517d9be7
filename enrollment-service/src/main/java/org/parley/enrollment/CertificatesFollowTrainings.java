package org.parley.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who completes a training gets a certificate: a document of its own, with an id computed from the enrollment, that
 * follows the training's outbox and so can be neither forgotten nor issued twice.
 */
@Component
class CertificatesFollowTrainings implements OutboxFollower {

    private final Certificates certificates;
    private final EnrollmentSettings settings;
    private final JsonMapper json;

    CertificatesFollowTrainings(Certificates certificates, EnrollmentSettings settings, JsonMapper json) {
        this.certificates = certificates;
        this.settings = settings;
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Completed(Completion enrollment) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Completion(
            UUID id,
            UUID training,
            String cohort,
            UUID officer,
            String command,
            String borough,
            List<AttendedDay> days) {

        LocalDate lastDay() {
            return days.getLast().date();
        }

        Certificate certificate(int months) {
            return Certificate.issued(
                    officer,
                    command,
                    borough,
                    training,
                    cohort,
                    lastDay(),
                    lastDay().plusMonths(months));
        }
    }

    @Override
    public boolean follows(String type) {
        return type.equals(TrainingFacts.ENROLLMENT_COMPLETED);
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        var id = Ids.certificate(UUID.fromString(entry.subject()));
        certificates.issue(id, certificate(json, entry, settings.certificateMonths()));
    }

    static Certificate certificate(JsonMapper json, OutboxEntry completed, int months) {
        return json.readValue(completed.data(), Completed.class).enrollment().certificate(months);
    }
}
