package org.parley.bench.peers.modulith;

import org.springframework.data.repository.Repository;

interface Referrals extends Repository<Referral, String> {

    Referral save(Referral referral);
}
