package org.parley.enrollment;

import java.time.LocalDate;
import java.util.UUID;
import org.parley.enrollment.timekeeping.DueWork;
import org.springframework.stereotype.Component;

/** Certificates that end soon. */
@Component
class RenewalsDue implements DueWork {

    static final String WORD = "certificate-renewal";

    private final Certificates certificates;

    RenewalsDue(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void lookAt(UUID id, LocalDate today) {
        certificates.renewalDue(id, today);
    }
}
