import { describe } from "vitest";
import { askedStoreContract } from "../contracts/asked-store.js";
import { auditStoreContract } from "../contracts/audit-store.js";
import { bookingStoreContract } from "../contracts/booking-store.js";
import { consentStoreContract } from "../contracts/consent-store.js";
import { followerStoreContract } from "../contracts/follower-store.js";
import { inboxStoreContract } from "../contracts/inbox-store.js";
import { letterStoreContract } from "../contracts/letter-store.js";
import { questionStoreContract } from "../contracts/question-store.js";
import { reachStoreContract } from "../contracts/reach-store.js";
import { saturdayDeskContract } from "../contracts/saturday-desk.js";
import { sessionStoreContract } from "../contracts/session-store.js";
import { teamStoreContract } from "../contracts/team-store.js";
import { open, temporaryFolder } from "./folder.js";

describe("the lowdb store keeps bookings", () =>
	bookingStoreContract(async () => open(await temporaryFolder())));
describe("members plan and record over the lowdb store", () =>
	saturdayDeskContract(async () => open(await temporaryFolder())));
describe("the lowdb store keeps conversations", () =>
	sessionStoreContract(async (clock) => open(await temporaryFolder(), clock)));
describe("the lowdb store keeps consent", () =>
	consentStoreContract(async () => open(await temporaryFolder())));
describe("the lowdb store keeps what came in", () =>
	inboxStoreContract(async (clock) => open(await temporaryFolder(), clock)));
describe("the lowdb store keeps who is out of reach", () =>
	reachStoreContract(async () => open(await temporaryFolder())));
describe("the lowdb store keeps the team", () =>
	teamStoreContract(async () => open(await temporaryFolder())));
describe("the lowdb store keeps the audit list", () =>
	auditStoreContract(async () => open(await temporaryFolder())));
describe("the lowdb store counts what is asked", () =>
	askedStoreContract(async () => (await open(await temporaryFolder())).asked));
describe("the lowdb store keeps letters", () =>
	letterStoreContract(async () => open(await temporaryFolder())));
describe("the lowdb store keeps questions without an answer", () =>
	questionStoreContract(async () => open(await temporaryFolder())));
describe("the lowdb store keeps who waits for an answer", () =>
	followerStoreContract(async () => open(await temporaryFolder())));
