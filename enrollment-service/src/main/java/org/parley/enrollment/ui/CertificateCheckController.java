package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.UUID;
import org.parley.enrollment.Certificates;
import org.parley.enrollment.NewYork;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** For whoever holds a certificate in their hands, or reads the code on it: not whose it is, nor where from. */
@PageController
class CertificateCheckController {

    private final Certificates certificates;
    private final Clock clock;

    CertificateCheckController(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    @GetMapping("/certificates/{id}")
    ModelAndView check(@PathVariable UUID id) {
        var today = NewYork.day(clock.instant());
        return certificates
                .find(id)
                .map(it -> CertificateLine.of(new Certificates.Issued(id, it), today))
                .map(it -> new ModelAndView("certificate-check", "certificate", it))
                .orElseThrow(ProblemException::notFound);
    }
}
