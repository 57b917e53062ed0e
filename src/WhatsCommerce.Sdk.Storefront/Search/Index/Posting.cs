using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>An index entry: a product contains a word in a field.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Posting(int Term, int Document, Field Field);
