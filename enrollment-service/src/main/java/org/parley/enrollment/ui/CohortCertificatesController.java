package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.parley.enrollment.Certificates;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The certificates of somebody on a cohort's roster, from whatever cohort, which a coordinator revokes. */
@PageController
@PreAuthorize("hasRole('coordinator')")
class CohortCertificatesController {

    private static final String PATH = "/cohorts/{id}/enrollments/{enrollment}/certificates";

    private final Certificates certificates;
    private final CohortPages pages;
    private final Labels labels;
    private final Clock clock;

    CohortCertificatesController(
            Certificates certificates, TrainingManagement trainings, Officers officers, Clock clock) {
        this.certificates = certificates;
        this.pages = new CohortPages(trainings, officers, clock);
        this.labels = new Labels(officers);
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView all(Caller caller, @PathVariable UUID id, @PathVariable UUID enrollment) {
        return show(caller, id, enrollment, Attempt.NONE);
    }

    @PostMapping(PATH + "/{certificate}/revoke")
    ModelAndView revoke(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID enrollment,
            @PathVariable UUID certificate,
            @RequestParam MultiValueMap<String, String> fields) {
        var entered = new Entered(fields);
        var action = "revoke-" + certificate;
        var held = held(caller, id, enrollment).stream()
                .filter(it -> it.id().equals(certificate))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        var reason = entered.text("reason")
                .filter(code -> Words.REVOKE.stream().anyMatch(it -> it.code().equals(code)));
        var mistakes = new LinkedHashMap<String, String>();
        if (reason.isEmpty()) {
            mistakes.put("reason", "Choose a reason.");
        }
        if (!entered.has("sure", "true")) {
            mistakes.put("sure", "Say that you know it: it can't be taken back.");
        }
        if (held.certificate().revokedOn() != null) {
            var words = "It was revoked before. The first day and reason stand.";
            return show(caller, id, enrollment, Attempt.refused(action, entered, words));
        }
        if (!mistakes.isEmpty()) {
            return show(caller, id, enrollment, Attempt.wrong(action, entered, mistakes));
        }
        certificates.revoke(
                certificate, reason.orElseThrow(), new Requester(caller).actor(), NewYork.day(clock.instant()));
        return new ModelAndView("redirect:/cohorts/" + id + "/enrollments/" + enrollment + "/certificates?done=revoke");
    }

    private List<Certificates.Issued> held(Caller caller, UUID id, UUID enrollment) {
        return pages.find(caller, id)
                .training()
                .enrollment(enrollment)
                .map(it -> certificates.of(it.officer()))
                .orElseThrow(ProblemException::notFound);
    }

    private ModelAndView show(Caller caller, UUID id, UUID enrollment, Attempt attempt) {
        var cohort = pages.find(caller, id);
        var officer = cohort.training().enrollment(enrollment).orElseThrow(ProblemException::notFound);
        var today = NewYork.day(clock.instant());
        return pages.page(caller, cohort, "cohort-certificates", attempt)
                .addObject("enrollment", officer)
                .addObject("name", labels.of(List.of(officer), _ -> true).get(officer.officer()))
                .addObject("reasons", Words.REVOKE)
                .addObject(
                        "certificates",
                        certificates.of(officer.officer()).reversed().stream()
                                .map(it -> CertificateLine.of(it, today))
                                .toList());
    }
}
