namespace WhatsCommerce.Storefronts;

/// <summary>A product has a word.</summary>
internal readonly record struct Posting(int Term, int Document, Field Field);
