package org.parley.referral.ui;

import org.parley.referral.routing.Center;
import org.parley.referral.routing.Directory;
import org.springframework.stereotype.Component;

/** What people call the centers; templates know it as {@code centers}. */
@Component
class CenterNames {

    private final Directory directory;

    CenterNames(Directory directory) {
        this.directory = directory;
    }

    public String of(String center) {
        return directory.find(center).map(Center::name).orElse(center);
    }
}
