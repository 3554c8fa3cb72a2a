import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

/** Editorial pages, one Markdown file each: `content/pages/<language>/<slug>.md`. The register is not read here. */
export const collections = {
  pages: defineCollection({ loader: glob({ base: './content/pages', pattern: '{vi,en}/*.md' }) }),
};
