/// <reference types="astro/client" />
import type { View } from './publish/view.ts';

declare global {
  namespace App {
    interface Locals {
      /** What this rendering is made from; set by the publisher and by the server. */
      view: View;
    }
  }
}
