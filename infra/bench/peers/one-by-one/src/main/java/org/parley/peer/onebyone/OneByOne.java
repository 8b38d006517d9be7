package org.parley.peer.onebyone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program; its settings are the environment's PARLEY_KAFKA, PARLEY_MONGODB_URI and PEER_…. */
@SpringBootApplication
class OneByOne {

    public static void main(String... arguments) {
        SpringApplication.run(OneByOne.class, arguments);
    }
}
