/** What the network says of the examples, and of a picture of one's own. */

import { batch } from "@preact/signals";
import type { Client } from "../client/client";
import { RequestError } from "../client/problem";
import type { ImageShape } from "../protocol/configuration";
import { seen } from "./own_picture";
import type { OwnPicture, Store } from "./store";

export class PredictionActions {
  readonly #store: Store;
  readonly #client: Client;
  /** The picture that is looked at. */
  #file: File | null = null;
  /** The newest request; an older one that is answered later is not shown. */
  #asked = 0;
  #classified = 0;

  constructor(store: Store, client: Client) {
    this.#store = store;
    this.#client = client;
  }

  open(): void {
    this.#store.predicting.value = true;
  }

  close(): void {
    this.#file = null;
    batch(() => {
      this.#store.predicting.value = false;
      this.#store.predictions.value = null;
      this.#show(null);
    });
  }

  /** Asks anew: the network of now. */
  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const predictions = await this.#client.request("predictions");
    const { accuracy, image, test } = await this.#client.request("session");
    const { mislabelled, set } = predictions;
    const examples = mislabelled.map(({ example }) => example);
    const images = image && (await this.#client.request("exampleImages", set, examples));
    if (asked !== this.#asked || !this.#store.predicting.value) return;
    const testAccuracy = test?.accuracy ?? null;
    this.#store.predictions.value = { predictions, images, accuracy, testAccuracy };
    if (this.#file) await this.#classify(this.#file, this.#isInverted);
  }

  /** Shows a picture to the network, and what it says of it. */
  async classify(file: File): Promise<void> {
    this.open();
    await this.#classify(file, this.#isInverted);
  }

  /** Swaps light and dark of the picture that is looked at. */
  async invert(inverted: boolean): Promise<void> {
    if (this.#file) await this.#classify(this.#file, inverted);
  }

  get #isInverted(): boolean {
    const own = this.#store.ownPicture.value;
    return own?.kind === "classified" && own.inverted;
  }

  async #classify(file: File, inverted: boolean): Promise<void> {
    this.#file = file;
    this.#classified += 1;
    const asked = this.#classified;
    const own = await this.#look(file, inverted);
    if (asked === this.#classified && this.#store.predicting.value) this.#show(own);
    else release(own);
  }

  async #look(file: File, inverted: boolean): Promise<OwnPicture> {
    const { name, type } = file;
    const image = this.#store.session.value?.image;
    if (!image) return { kind: "no_image_data", name };
    // A name without an ending has no type, and may be a picture all the same.
    if (type !== "" && !type.startsWith("image/")) return { kind: "no_picture", name, type };
    const picture = await decoded(file, image, inverted);
    if (!picture) return { kind: "damaged", name };
    try {
      const { a } = await this.#client.request("classify", picture.pixels);
      const url = URL.createObjectURL(file);
      return { kind: "classified", name, url, seen: picture, inverted, a };
    } catch (error) {
      if (error instanceof RequestError) return { kind: "refused", name, problem: error };
      throw error;
    }
  }

  #show(own: OwnPicture | null): void {
    release(this.#store.ownPicture.value);
    this.#store.ownPicture.value = own;
  }
}

function decoded(file: File, image: ImageShape, inverted: boolean) {
  return seen(file, image, inverted).catch(() => null);
}

/** Its address is not needed any more. */
function release(own: OwnPicture | null): void {
  if (own?.kind === "classified") URL.revokeObjectURL(own.url);
}
