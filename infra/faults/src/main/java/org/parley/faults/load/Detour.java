package org.parley.faults.load;

import java.time.Duration;
import java.util.List;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Told;
import org.parley.faults.load.calls.Together;
import org.parley.faults.load.draws.Chance;
import org.parley.faults.load.draws.Codes;

/** How a center comes to what it does with a referral, or does not: it reaches the parties, waits, gives it back. */
record Detour(Scene scene, Center center, String referral, String name, Chance chance) {

    private static final int CONTACTED_PERCENT = 30;
    private static final int HELD_PERCENT = 12;
    private static final int ANOTHER_DAY_PERCENT = 30;
    private static final int RELEASED_PERCENT = 70;
    private static final int TRANSFERRED_PERCENT = 12;
    private static final int RIVALRY_PERCENT = 20;
    private static final int AGAIN_PERCENT = 10;

    /** @return whether it leads back to where the center goes on: not when it gave the referral back, or may have */
    boolean leadsBack() {
        if (chance.in(CONTACTED_PERCENT)) {
            contact();
        }
        if (chance.in(HELD_PERCENT)) {
            hold();
        }
        return !chance.in(TRANSFERRED_PERCENT) || transfer().told() == Told.REFUSED;
    }

    private void contact() {
        scene.stage().pause(chance.pause(50, 1_000));
        center.contact(name + "/contact", referral);
        if (chance.in(AGAIN_PERCENT)) {
            center.contact(name + "/contact-again", referral);
        }
    }

    /** What was put on hold without an answer is left alone: so each release has a hold before it. */
    private void hold() {
        scene.stage().pause(chance.pause(50, 1_500));
        var held = center.hold(name + "/hold", referral, chance.from(Codes.HOLD_REASONS), day());
        if (chance.in(ANOTHER_DAY_PERCENT)) {
            center.hold(name + "/hold-longer", referral, chance.from(Codes.HOLD_REASONS), day());
        }
        if (chance.in(RELEASED_PERCENT) && held.told() == Told.DONE) {
            scene.stage().pause(chance.pause(100, 3_000));
            center.release(name + "/release", referral);
            if (chance.in(AGAIN_PERCENT)) {
                center.release(name + "/release-again", referral);
            }
        }
    }

    private Asked transfer() {
        scene.stage().pause(chance.pause(50, 1_500));
        var reason = chance.from(Codes.TRANSFER_REASONS);
        var transfer = chance.in(RIVALRY_PERCENT)
                ? Together.<Asked>all(List.of(
                                () -> center.transfer(name + "/transfer", referral, reason),
                                () -> center.schedule(name + "/schedule-meanwhile", referral, day())))
                        .getFirst()
                : center.transfer(name + "/transfer", referral, reason);
        if (chance.in(AGAIN_PERCENT)) {
            center.transfer(name + "/transfer-again", referral, reason);
        }
        return transfer;
    }

    private String day() {
        return scene.begin().plus(Duration.ofHours(chance.between(24, 600))).toString();
    }
}
