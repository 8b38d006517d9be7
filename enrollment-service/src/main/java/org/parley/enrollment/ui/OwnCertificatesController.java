package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.UUID;
import org.parley.enrollment.Certificates;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.TrainingManagement;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * An officer's own certificates, and each on a sheet of paper. The name is written on it by hand: officers, too, are told
 * all of themselves but name and rank.
 */
@PageController
class OwnCertificatesController {

    private final Certificates certificates;
    private final TrainingManagement trainings;
    private final PublicAddress address;
    private final Clock clock;

    OwnCertificatesController(
            Certificates certificates, TrainingManagement trainings, PublicAddress address, Clock clock) {
        this.certificates = certificates;
        this.trainings = trainings;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/my-certificates")
    ModelAndView all(Caller caller) {
        var today = NewYork.day(clock.instant());
        return new ModelAndView("officer-certificates")
                .addObject(
                        "certificates",
                        certificates.of(Desk.officer(caller)).reversed().stream()
                                .map(it -> CertificateLine.of(it, today))
                                .toList());
    }

    @GetMapping("/my-certificates/{id}")
    ModelAndView one(Caller caller, @PathVariable UUID id) {
        var officer = Desk.officer(caller);
        var certificate = certificates
                .find(id)
                .filter(it -> it.officer().equals(officer))
                .orElseThrow(ProblemException::notFound);
        var today = NewYork.day(clock.instant());
        var cohort = trainings.find(certificate.training()).map(Cohort::of).orElseThrow(ProblemException::notFound);
        var enrollment = cohort.training().of(officer).orElseThrow(ProblemException::notFound);
        var leadsTo = address.certificate(id).toString();
        return new ModelAndView("officer-certificate")
                .addObject("certificate", CertificateLine.of(new Certificates.Issued(id, certificate), today))
                .addObject("seat", Seat.of(cohort, enrollment, today))
                .addObject(
                        "attended",
                        enrollment.days().stream()
                                .map(it -> DayLine.date(it.date()))
                                .toList())
                .addObject("parts", Words.parts(cohort.training().plan().parts()))
                .addObject("address", leadsTo)
                .addObject("code", QrCode.of(leadsTo));
    }
}
