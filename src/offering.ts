import type { SaturdayDesk } from "./booking/saturday-desk.js";
import type { Log } from "./log.js";

/** How soon after its time an offer goes to the next; a seat that is given back is offered at once. */
const ROUND_MS = 5_000;

/**
 * Keeps free seats on offer to those who wait, and the desk's volunteers asked where one is missing: now, every few
 * seconds, and after whatever may have changed it.
 */
export function keepOffering(
	saturday: Pick<SaturdayDesk, "offerSeats" | "onChange">,
	log: Log,
	askForRelief: () => Promise<void> = async () => {},
) {
	let stopped = false;
	let running: Promise<void> | undefined;
	let again = false;

	async function rounds(): Promise<void> {
		do {
			again = false;
			await saturday.offerSeats().catch((err: unknown) => {
				if (!stopped) log.error({ err }, "free seats could not be offered");
			});
			await askForRelief().catch((err: unknown) => {
				if (!stopped)
					log.error({ err }, "nobody could be asked to come instead");
			});
		} while (again && !stopped);
	}

	/** What is freed while seats are being offered is looked at once more. */
	function offer(): void {
		again = true;
		if (stopped || running) return;
		running = rounds().finally(() => {
			running = undefined;
		});
	}

	const timer = setInterval(offer, ROUND_MS).unref();
	const deaf = saturday.onChange(offer);
	offer();
	return {
		async stop() {
			stopped = true;
			clearInterval(timer);
			deaf();
			await running;
		},
	};
}
