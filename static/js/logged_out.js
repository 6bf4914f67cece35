import { Memory } from "./referral_memory.js";

// Whoever uses this tab next finds nothing of a client in it.
new Memory(null).wipe();
