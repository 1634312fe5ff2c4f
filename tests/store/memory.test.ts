import { describe } from "vitest";
import { openMemory } from "../../src/store/memory/index.js";
import { NOW } from "../booking/morning.js";
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

describe("the memory store keeps bookings", () =>
	bookingStoreContract(async () => openMemory(() => NOW)));
describe("members plan and record over the memory store", () =>
	saturdayDeskContract(async () => openMemory(() => NOW)));
describe("the memory store keeps conversations", () =>
	sessionStoreContract(async (clock) => openMemory(clock)));
describe("the memory store keeps consent", () =>
	consentStoreContract(async () => openMemory(() => NOW)));
describe("the memory store keeps what came in", () =>
	inboxStoreContract(async (clock) => openMemory(clock)));
describe("the memory store keeps who is out of reach", () =>
	reachStoreContract(async () => openMemory(() => NOW)));
describe("the memory store keeps the team", () =>
	teamStoreContract(async () => openMemory(() => NOW)));
describe("the memory store keeps the audit list", () =>
	auditStoreContract(async () => openMemory(() => NOW)));
describe("the memory store counts what is asked", () =>
	askedStoreContract(async () => openMemory(() => NOW).asked));
describe("the memory store keeps letters", () =>
	letterStoreContract(async () => openMemory(() => NOW)));
describe("the memory store keeps questions without an answer", () =>
	questionStoreContract(async () => openMemory(() => NOW)));
describe("the memory store keeps who waits for an answer", () =>
	followerStoreContract(async () => openMemory(() => NOW)));
