package org.parley.faults.load;

import java.util.List;
import org.parley.faults.history.Asked;
import org.parley.faults.load.calls.Together;
import org.parley.faults.load.draws.Chance;
import org.parley.faults.load.draws.Codes;

/** What a coordinator does with a referral that no center has. */
record PlacementStory(Scene scene, Coordinator coordinator, String referral, String name, Chance chance)
        implements Runnable {

    private static final int LEFT_PERCENT = 25;
    private static final int MISTAKEN_PERCENT = 15;
    private static final int RIVALRY_PERCENT = 15;
    private static final int AGAIN_PERCENT = 10;

    /** @param asked how many centers were asked so far */
    static PlacementStory of(Scene scene, Coordinator coordinator, String referral, int asked) {
        var name = "placement-" + referral + "-" + asked;
        return new PlacementStory(scene, coordinator, referral, name, scene.chance(name));
    }

    @Override
    public void run() {
        scene.stage().pause(chance.pause(50, 2_000));
        if (chance.in(LEFT_PERCENT)) {
            return;
        }
        if (chance.in(MISTAKEN_PERCENT)) {
            coordinator.enterInError(name + "/mistake", referral, chance.from(Codes.ERROR_REASONS));
            return;
        }
        var center = chance.from(Codes.CENTERS);
        if (chance.in(RIVALRY_PERCENT)) {
            var other = chance.from(Codes.CENTERS);
            Together.<Asked>all(List.of(
                    () -> coordinator.place(name + "/one", referral, center),
                    () -> coordinator.place(name + "/other", referral, other)));
        } else {
            coordinator.place(name + "/place", referral, center);
        }
        if (chance.in(AGAIN_PERCENT)) {
            coordinator.place(name + "/again", referral, center);
        }
    }
}
