package org.parley.faults.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;
import org.parley.faults.load.calls.Together;
import org.parley.faults.load.draws.Chance;
import org.parley.faults.load.draws.Codes;
import org.parley.faults.load.draws.Logs;

/** What a center does with one offer. */
record OfferStory(Scene scene, Center center, String referral, String name, Chance chance) implements Runnable {

    private static final int HASTY_PERCENT = 2;
    private static final int LEFT_PERCENT = 10;
    private static final int RIVALRY_PERCENT = 6;
    private static final int DECLINED_PERCENT = 12;
    private static final int AGAIN_PERCENT = 5;

    /** How far a center comes with what it has accepted. */
    private enum Course {
        KEPT,
        SCHEDULED,
        RESCHEDULED,
        MEDIATED,
        CLOSED
    }

    private static final List<Course> COURSES = List.of(
            Course.KEPT,
            Course.SCHEDULED,
            Course.SCHEDULED,
            Course.RESCHEDULED,
            Course.MEDIATED,
            Course.MEDIATED,
            Course.MEDIATED,
            Course.MEDIATED,
            Course.CLOSED,
            Course.CLOSED);

    static OfferStory of(Scene scene, Center center, String referral, int offer) {
        var name = "offer-" + center.name() + "-" + referral + "-" + offer;
        return new OfferStory(scene, center, referral, name, scene.chance(name));
    }

    @Override
    public void run() {
        scene.stage().pause(chance.pause(50, 2_000));
        if (chance.in(HASTY_PERCENT)) {
            schedule("hasty");
        }
        if (chance.in(LEFT_PERCENT)) {
            return;
        }
        var answers = chance.in(RIVALRY_PERCENT)
                ? Together.all(List.of(answer("one"), answer("other")))
                : Together.all(List.of(answer("answer")));
        answers.stream()
                .filter(it -> it.deed() == Deed.ACCEPT && it.told() == Told.DONE)
                .findFirst()
                .ifPresent(accepted -> goOn(accepted.answer().path("command").asString("")));
    }

    /** Of one of the center's staff. */
    private Callable<Asked> answer(String staff) {
        var whose = chance.of(staff);
        return whose.in(DECLINED_PERCENT * (staff.equals("answer") ? 1 : 4))
                ? () -> center.decline(name + "/" + staff, referral, whose.from(Codes.DECLINE_REASONS))
                : () -> center.accept(name + "/" + staff, referral);
    }

    /** @param command empty when the view no longer tells it */
    private void goOn(String command) {
        if (chance.in(AGAIN_PERCENT)) {
            center.accept(name + "/accept-again", referral);
        }
        var course = chance.from(COURSES);
        var detour = new Detour(scene, center, referral, name, chance.of("detour"));
        if (!detour.leadsBack()) {
            return;
        }
        switch (course) {
            case KEPT -> {}
            case SCHEDULED -> schedule("schedule");
            case RESCHEDULED -> {
                schedule("schedule");
                schedule("reschedule");
            }
            case MEDIATED -> mediate(command.isEmpty() ? chance.from(Codes.COMMANDS) : command);
            case CLOSED -> {
                scene.stage().pause(chance.pause(200, 3_000));
                var reason = chance.from(Codes.CLOSE_REASONS);
                center.close(name + "/close", referral, reason);
                if (chance.in(AGAIN_PERCENT)) {
                    center.close(name + "/close-again", referral, reason);
                }
            }
        }
    }

    private void schedule(String step) {
        scene.stage().pause(chance.pause(100, 1_500));
        var at = scene.begin().plus(Duration.ofHours(chance.between(24, 600)));
        center.schedule(name + "/" + step, referral, at.toString());
    }

    /** One session or two; only some of them come to an end that closes the referral. */
    private void mediate(String command) {
        if (chance.in(30)) {
            schedule("schedule");
        }
        var sittings = chance.in(20) ? 2 : 1;
        for (var sitting = 1; sitting <= sittings; sitting++) {
            scene.stage().pause(chance.pause(200, 3_000));
            var session = new LogStory(scene, name + "/session-" + sitting, chance.of("session-" + sitting));
            var body =
                    new Logs(scene.begin()).centerSession(session.chance().of("log"), center.name(), command, referral);
            session.tell(center.logbook()::session, body.put("sitting", sitting));
        }
    }
}
