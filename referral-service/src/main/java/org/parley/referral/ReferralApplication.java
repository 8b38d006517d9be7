package org.parley.referral;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ReferralApplication {

    static void main(String[] args) {
        SpringApplication.run(ReferralApplication.class, args);
    }
}
