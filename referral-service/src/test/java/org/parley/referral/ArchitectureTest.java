package org.parley.referral;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parley", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainKnowsNoAdapter = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.parley.referral",
                    "org.parley.referral.routing",
                    "org.parley.referral.contacts",
                    "org.parley.referral.places",
                    "org.parley.referral.keys",
                    "org.parley.referral.codes")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.parley.referral.audience..",
                    "org.parley.referral.http..",
                    "org.parley.referral.ui..",
                    "org.parley.referral.messaging..",
                    "org.parley.referral.timekeeping..",
                    "org.parley.referral.delivery..",
                    "org.parley.referral.lists..");

    @ArchTest
    static final ArchRule adaptersDoNotKnowEachOther = slices().matching("org.parley.referral.(messaging|http|ui)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule whatIsAskedForWaitsForNoTimer = noClasses()
            .that()
            .resideInAnyPackage("org.parley.referral.http..", "org.parley.referral.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.parley.referral.timekeeping..");

    @ArchTest
    static final ArchRule messagingKnowsNoDelivery = noClasses()
            .that()
            .resideInAPackage("org.parley.referral.messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.parley.referral.delivery..");

    /** The parts know nothing of the whole: an offer is on its way without anybody there looking into the referral. */
    @ArchTest
    static final ArchRule partsKnowNoReferral = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.parley.referral.routing",
                    "org.parley.referral.contacts",
                    "org.parley.referral.places",
                    "org.parley.referral.keys",
                    "org.parley.referral.codes",
                    "org.parley.referral.duplicates",
                    "org.parley.referral.delivery")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.parley.referral");

    @ArchTest
    static final ArchRule deliveryKnowsNoParty = noClasses()
            .that()
            .resideInAPackage("org.parley.referral.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.parley.referral.contacts", "org.parley.referral.places");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.parley.referral.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule reachesNoOtherService = noClasses()
            .that()
            .resideInAPackage("org.parley.referral..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.parley.enrollment..", "org.parley.session..", "org.parley.reporting..", "org.parley.local..");
}
