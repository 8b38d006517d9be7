package org.parley.referral.routing;

/** All of a dispute that routing may look at: never a name, an origin, or an address beyond the catchment. */
public record Matter(String borough, String command, String type, String language) {}
