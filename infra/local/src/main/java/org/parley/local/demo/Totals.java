package org.parley.local.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the year comes to, counted from what is going to be played and never from what the platform says. */
final class Totals {

    private static final String NONE = "-";
    private static final String BY_COHORT = "cohort";
    private static final String BY_COMMAND = "borough,command,type";
    private static final String BY_CENTER = "borough,command,center,type";

    private static final Question TRAININGS = new Question("trainings-completed", BY_COHORT, "month");
    private static final Question CERTIFIED = new Question("officers-certified", "borough,command,cohort", "month");
    private static final Question SEATS = new Question("seats", BY_COHORT, "month");
    private static final Question SEATS_FILLED = new Question("seats-filled", BY_COHORT, "month");
    private static final Question COMPLETED = new Question("officers-completed", BY_COHORT, "month");
    private static final Question INVITED = new Question("evaluations-invited", BY_COHORT, "month");
    private static final Question RESPONSES = new Question("evaluation-responses", BY_COHORT, "month");
    private static final Question APPROVALS = new Question("approvals", BY_COHORT, "month");
    private static final Question TOP_BOX = new Question("top-box", BY_COHORT, "month");
    private static final Question MICRO_INTERVENTIONS = new Question("micro-interventions", BY_COMMAND, "month");
    private static final Question ARRESTS_AVOIDED = new Question("arrests-avoided", BY_COMMAND, "month");
    private static final Question ARRESTS_LIKELY = new Question("arrests-likely", BY_COMMAND, "month");
    private static final Question COMPLIANCE = new Question("voluntary-compliance", BY_COMMAND, "month");
    private static final Question STREET_OUTCOMES =
            new Question("micro-intervention-outcomes", BY_COMMAND + ",outcome", "month");
    private static final Question STREET_TECHNIQUES =
            new Question("micro-intervention-techniques", "technique", "month");
    private static final Question MINUTES = new Question("minutes-mediated", BY_CENTER, "month");
    private static final Question PARTIES = new Question("parties-served", BY_CENTER, "month");
    private static final Question OUTCOMES = new Question("session-outcomes", BY_CENTER + ",outcome", "month");
    private static final Question TECHNIQUES = new Question("session-techniques", "technique", "month");
    private static final Question SESSIONS = new Question("sessions-held", BY_CENTER, "month");
    private static final Question AGREEMENTS = new Question("agreements", BY_CENTER, "month");
    private static final Question SUBMITTED = new Question("referrals-submitted", BY_COMMAND, "all");
    private static final Question SCREENED_OUT = new Question("referrals-screened-out", BY_COMMAND, "all");
    private static final Question ACCEPTED = new Question("referrals-accepted", BY_CENTER, "all");
    private static final Question CLOSED = new Question("referrals-closed", BY_CENTER, "all");

    private final Programme programme;
    private final Map<Question, Map<String, Long>> cells = new LinkedHashMap<>();

    private Totals(Programme programme) {
        this.programme = programme;
    }

    static Map<Question, Map<String, Long>> of(Programme programme, OnTheSpot onTheSpot, Referrals referrals) {
        var totals = new Totals(programme);
        programme.cohorts().forEach(totals::count);
        onTheSpot.microInterventions().forEach(totals::count);
        onTheSpot.mediations().forEach(totals::count);
        referrals.mediations().forEach(totals::count);
        referrals.disputes().forEach(totals::count);
        return totals.cells;
    }

    private void count(Cohort cohort) {
        var month = month(cohort.days().getLast());
        add(TRAININGS, cohort.label(), month);
        cohort.completing()
                .forEach(officer ->
                        add(CERTIFIED, borough(officer.command()), officer.command(), cohort.label(), month));
        add(SEATS, Programme.SEATS, cohort.label(), month);
        add(SEATS_FILLED, cohort.seats().size(), cohort.label(), month);
        add(COMPLETED, cohort.completing().size(), cohort.label(), month);
        add(INVITED, cohort.completing().size(), cohort.label(), month);
        var evaluations = cohort.evaluations();
        add(RESPONSES, evaluations.size(), cohort.label(), month);
        add(APPROVALS, evaluations.stream().filter(Evaluation::isApproval).count(), cohort.label(), month);
        add(TOP_BOX, evaluations.stream().filter(Evaluation::isExcellent).count(), cohort.label(), month);
    }

    private void count(MicroIntervention one) {
        var command = one.officer().command();
        var month = month(Programme.day(one.at()));
        add(MICRO_INTERVENTIONS, borough(command), command, one.type(), month);
        add(STREET_OUTCOMES, borough(command), command, one.type(), one.outcome(), month);
        one.techniques().forEach(technique -> add(STREET_TECHNIQUES, technique, month));
        if (one.outcome().equals("VOLUNTARY_COMPLIANCE")) {
            add(COMPLIANCE, borough(command), command, one.type(), month);
        }
        if (one.arrestWasLikely()) {
            add(ARRESTS_LIKELY, borough(command), command, one.type(), month);
        }
        if (one.isArrestAvoided()) {
            add(ARRESTS_AVOIDED, borough(command), command, one.type(), month);
        }
    }

    private void count(Mediation one) {
        var month = month(Programme.day(one.startedAt()));
        var center = orNone(one.center());
        var borough = borough(one.command());
        add(SESSIONS, borough, one.command(), center, one.type(), month);
        var minutes = Duration.between(one.startedAt(), one.endedAt()).toMinutes();
        add(MINUTES, minutes, borough, one.command(), center, one.type(), month);
        add(PARTIES, one.parties(), borough, one.command(), center, one.type(), month);
        add(OUTCOMES, borough, one.command(), center, one.type(), one.outcome(), month);
        one.techniques().forEach(technique -> add(TECHNIQUES, technique, month));
        if (one.isAgreement()) {
            add(AGREEMENTS, borough, one.command(), center, one.type(), month);
        }
    }

    private void count(Referrals.Dispute one) {
        var borough = borough(one.command());
        add(SUBMITTED, borough, one.command(), one.type());
        if (one.end() == Referrals.End.SCREENED_OUT) {
            add(SCREENED_OUT, borough, one.command(), one.type());
        }
        if (one.end().isAccepted()) {
            add(ACCEPTED, borough, one.command(), one.center(), one.type());
        }
        if (one.end().isClosed()) {
            add(CLOSED, borough, one.command(), one.center(), one.type());
        }
    }

    private void add(Question question, String... cell) {
        add(question, 1, cell);
    }

    private void add(Question question, long count, String... cell) {
        cells.computeIfAbsent(question, _ -> new TreeMap<>()).merge(String.join(" ", cell), count, Long::sum);
    }

    private String borough(String command) {
        return programme.boroughOf(command);
    }

    /** Its first day. */
    private static String month(LocalDate day) {
        return day.withDayOfMonth(1).toString();
    }

    private static String orNone(@Nullable String center) {
        return center == null ? NONE : center;
    }
}
