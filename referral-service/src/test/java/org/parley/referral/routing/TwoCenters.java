package org.parley.referral.routing;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Brooklyn has a second center here, so that a referral can go elsewhere. */
public final class TwoCenters {

    private TwoCenters() {}

    public static Router router() {
        return new Router(directory(), new Loads());
    }

    public static Directory directory() {
        return new Directory(CenterFile.read(new InputStreamReader(
                Objects.requireNonNull(TwoCenters.class.getResourceAsStream("/two-centers.csv")),
                StandardCharsets.UTF_8)));
    }
}
