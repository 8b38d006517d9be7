package org.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.parley.processes.FreePort;

class FreePortTest {

    /** A class that is loaded twice is as little known to itself as in two processes. */
    @Test
    void givesNoPortTwiceAlsoToAnotherProcess() throws Exception {
        var code = FreePort.class.getProtectionDomain().getCodeSource().getLocation();
        var ports = new ArrayList<Integer>();
        try (var other = new URLClassLoader(new URL[] {code}, ClassLoader.getPlatformClassLoader())) {
            var anyOfOther = other.loadClass(FreePort.class.getName()).getMethod("any");
            for (var n = 0; n < 250; n++) {
                ports.add(FreePort.any());
                ports.add((Integer) anyOfOther.invoke(null));
            }
        }

        assertThat(ports).doesNotHaveDuplicates();
    }
}
