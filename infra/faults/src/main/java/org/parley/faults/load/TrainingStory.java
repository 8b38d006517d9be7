package org.parley.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Told;
import org.parley.faults.load.calls.Together;
import org.parley.faults.load.draws.Chance;
import org.parley.faults.load.draws.Cohorts;
import org.parley.faults.load.draws.Logs;
import tools.jackson.databind.node.ObjectNode;

/** A training that more officers want than it has seats: a storm at its opening, coming and going, and four days. */
record TrainingStory(Scene scene, Academy academy, String name, boolean first, Chance chance) implements Runnable {

    private static final int TWICE_PERCENT = 20;
    private static final int LEFT_RUNNING_PERCENT = 10;
    private static final int TOO_LATE_PERCENT = 15;

    static TrainingStory of(Scene scene, int n) {
        var name = "training-" + n;
        return new TrainingStory(scene, new Academy(scene.clients()), name, n == 0, scene.chance(name));
    }

    @Override
    public void run() {
        var key = chance.id("key").toString();
        var plan = new Cohorts(scene.begin()).plan(chance.of("plan"), name);
        var created = orTwice(step -> academy.create(name + "/create" + step, key, plan));
        if (created.told() != Told.DONE) {
            return;
        }
        var training = created.answer().path("id").asString();
        if (orTwice(step -> academy.open(name + "/open" + step, training)).told() != Told.DONE) {
            return;
        }
        var enrollments = storm(training);
        comeAndGo(training, enrollments);
        attend(training, plan, enrollments);
    }

    /** All want a seat at once, some of them twice. What they were told is kept by officer. */
    private Map<String, String> storm(String training) {
        var officers = officers("officer-", chance.between(16, 24));
        var requests = new ArrayList<List<String>>();
        for (var from = 0; from < officers.size(); ) {
            var to = Math.min(officers.size(), from + (chance.in(75) ? 1 : 3));
            requests.add(officers.subList(from, to));
            from = to;
        }
        requests.add(requests.getFirst());
        requests.add(requests.getLast());
        // In no other: who has a seat elsewhere is refused, or gives up the place, which the rules here don't follow.
        if (first) {
            requests.add(List.of(Logs.OFFICER_DEMO));
        }
        var enrollments = new TreeMap<String, String>();
        Together.all(requests(training, "storm-", requests))
                .forEach(asked -> asked.answer()
                        .path("results")
                        .forEach(it -> enrollments.put(
                                it.path("officer").asString(),
                                it.path("enrollment").asString(""))));
        enrollments.values().removeIf(String::isEmpty);
        return enrollments;
    }

    /** Some give up seat or place in the line, one of them twice, while others still come. */
    private void comeAndGo(String training, Map<String, String> enrollments) {
        var late =
                officers("late-", chance.between(1, 3)).stream().map(List::of).toList();
        var deeds = new ArrayList<>(requests(training, "late-", late));
        enrollments.forEach((officer, enrollment) -> {
            var whose = chance.of("goes/" + officer);
            if (whose.in(20)) {
                deeds.add(withdrawal("/withdraw-", training, officer, enrollment));
            }
            if (whose.in(4)) {
                deeds.add(withdrawal("/withdraw-twin-", training, officer, enrollment));
            }
        });
        Together.all(deeds);
    }

    private void attend(String training, ObjectNode plan, Map<String, String> enrollments) {
        var days = Cohorts.days(plan);
        for (var date : days.subList(0, chance.in(LEFT_RUNNING_PERCENT) ? 2 : days.size())) {
            scene.stage().pause(chance.pause(100, 800));
            var attendance = Cohorts.attendance(chance.of("attendance"), date, academy.enrolled(training));
            orTwice(step -> academy.attend(name + "/attend-" + date + step, training, date, attendance));
            if (date.equals(days.getFirst())) {
                leaveAfterTheFirstDay(training, enrollments);
            }
            if (date.equals(days.getLast())) {
                end(training, enrollments);
            }
        }
    }

    /** Whoever comes up from the waiting list has missed a day. */
    private void leaveAfterTheFirstDay(String training, Map<String, String> enrollments) {
        academy.enrolled(training).stream()
                .filter(officer -> chance.of("leaves/" + officer).in(10))
                .filter(enrollments::containsKey)
                .forEach(officer -> academy.withdraw(
                        name + "/leave-" + officer, training, officer, enrollments.getOrDefault(officer, "")));
    }

    private void end(String training, Map<String, String> enrollments) {
        orTwice(step -> academy.complete(name + "/complete" + step, training));
        if (chance.in(TOO_LATE_PERCENT) && !enrollments.isEmpty()) {
            var officer = chance.from(List.copyOf(enrollments.keySet()));
            academy.withdraw(name + "/too-late", training, officer, enrollments.getOrDefault(officer, ""));
        }
    }

    private interface Step {
        Asked deed(String suffix);
    }

    /** Once, or sometimes by two hands at the same moment. */
    private Asked orTwice(Step step) {
        Callable<Asked> one = () -> step.deed("");
        Callable<Asked> twin = () -> step.deed("-twin");
        return Together.all(chance.in(TWICE_PERCENT) ? List.of(one, twin) : List.of(one))
                .getFirst();
    }

    private List<Callable<Asked>> requests(String training, String label, List<List<String>> requests) {
        return IntStream.range(0, requests.size())
                .<Callable<Asked>>mapToObj(
                        n -> () -> academy.requestSeats(name + "/" + label + n, training, requests.get(n)))
                .toList();
    }

    private Callable<Asked> withdrawal(String label, String training, String officer, String enrollment) {
        return () -> academy.withdraw(name + label + officer, training, officer, enrollment);
    }

    private List<String> officers(String label, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> chance.id(label + n).toString())
                .toList();
    }
}
